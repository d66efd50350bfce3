import { roleHas, type Permission } from '@collegium/contract/permissions.ts';
import type { OutcomeView } from '@collegium/contract/outcomes.ts';
import type { Party } from '@collegium/contract/participation.ts';
import { canMove } from '@collegium/contract/states/machine.ts';
import { outcomeMachine, type OutcomeState } from '@collegium/contract/states/outcome.ts';
import { participationMachine, type ParticipationState } from '@collegium/contract/states/participation.ts';
import { partiesOf, type PartyIds } from '../participation/policy.ts';
import type { Actor } from '../platform/scope.ts';

interface OutcomeFacts extends PartyIds {
  state: OutcomeState;
  participation_state: ParticipationState;
}

/** What this actor may do with an outcome now: role, party and states together. */
export function outcomeAbilities(actor: Actor, row: OutcomeFacts): OutcomeView['abilities'] {
  const mine = partiesOf(actor, row);
  const may = (permission: Permission, party: Party) => roleHas(actor.role, permission) && mine.includes(party);
  const hasEnded = participationMachine.groups.recognisable.includes(row.participation_state);
  return {
    assess: canMove(outcomeMachine, 'assess', row.state) && may('outcome:assess', 'provider'),
    countersign: canMove(outcomeMachine, 'countersign', row.state) && may('outcome:countersign', 'learner'),
    recognise: canMove(outcomeMachine, 'recognise', row.state) && hasEnded && may('outcome:recognise', 'home'),
    refuse: canMove(outcomeMachine, 'refuse', row.state) && hasEnded && may('outcome:recognise', 'home'),
  };
}
