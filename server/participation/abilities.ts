import type { ParticipationView } from '@collegium/contract/participation/views.ts';
import { roleHas, type Permission } from '@collegium/contract/permissions.ts';
import type { Party } from '@collegium/contract/participation.ts';
import { participationMachine } from '@collegium/contract/states/participation.ts';
import type { Actor } from '../platform/scope.ts';
import { partiesOf } from './policy.ts';
import type { SummaryRow } from './queries.ts';

const { groups, moves } = participationMachine;

/** What this actor may do with a participation now: role, party and state together. */
export function abilitiesOf(actor: Actor, row: SummaryRow): ParticipationView['abilities'] {
  const mine = partiesOf(actor, row);
  const may = (permission: Permission, ...some: Party[]) =>
    roleHas(actor.role, permission) && some.some((party) => mine.includes(party));
  const anyone = ['learner', 'provider', 'home'] as const;
  const canChangePlan = groups.current.includes(row.state) && row.outcome_id === null;
  const isWaiting = row.latest_number !== null && row.latest_agreed_at === null;
  return {
    proposePlan: canChangePlan && may('plan:propose', ...anyone),
    approvePlan:
      canChangePlan &&
      isWaiting &&
      mine.some((party) => may('plan:approve', party) && !row.latest_parties?.includes(party)),
    writeJournal: row.state === 'active' && may('journal:write', 'learner'),
    confirmJournal: groups.assessable.includes(row.state) && may('journal:confirm', 'provider'),
    endEarly: moves.end_early.from.includes(row.state) && may('participation:end', ...anyone),
    complete: moves.complete.from.includes(row.state) && may('participation:complete', 'provider'),
    assess:
      groups.assessable.includes(row.state) &&
      row.outcome_id === null &&
      row.in_force_number !== null &&
      may('outcome:assess', 'provider'),
  };
}
