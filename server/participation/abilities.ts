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
  return {
    proposePlan: canChangePlan(row) && may('plan:propose', ...anyone),
    approvePlan:
      isPlanWaiting(row) && mine.some((party) => may('plan:approve', party) && !row.latest_parties?.includes(party)),
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

/** A version of the plan waits to be approved. Proposals that were open when it ended wait no more. */
export function isPlanWaiting(row: SummaryRow): boolean {
  return canChangePlan(row) && row.latest_number !== null && row.latest_agreed_at === null;
}

function canChangePlan(row: SummaryRow): boolean {
  return groups.current.includes(row.state) && row.outcome_id === null;
}
