import type { Party } from '@collegium/contract/participation.ts';
import type { ParticipationView } from '@collegium/contract/participation/views.ts';
import { participationMachine } from '@collegium/contract/states/participation.ts';
import { change } from '../platform/audit/change.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { getParticipation, readParticipation } from './get-participation.ts';
import { isAnyParty, partiesOf } from './policy.ts';
import { notWhile } from './refusals.ts';

/** The provider says that it is done. Throws participation.not_found, request.move_not_allowed. */
export function completeParticipation(scope: MemberScope, id: string): Promise<ParticipationView> {
  return end(scope, id, { move: 'complete', action: 'participation.completed', by: ['provider'], reason: null });
}

/** Any party ends it before its time; all read why. Throws participation.not_found, request.move_not_allowed. */
export function endParticipationEarly(scope: MemberScope, id: string, reason: string): Promise<ParticipationView> {
  const by: Party[] = ['learner', 'provider', 'home'];
  return end(scope, id, { move: 'end_early', action: 'participation.ended_early', by, reason });
}

interface Ending {
  move: 'complete' | 'end_early';
  action: string;
  by: Party[];
  reason: string | null;
}

async function end(scope: MemberScope, id: string, { move, action, by, reason }: Ending): Promise<ParticipationView> {
  const { from, to } = participationMachine.moves[move];
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('participation')
          .set((eb) => ({
            state: to,
            version: eb('version', '+', 1),
            ended_at: scope.clock.now(),
            ended_by: scope.actor.personId,
            end_reason: reason,
          }))
          .where('id', '=', id)
          .where('state', 'in', [...from])
          .where(isAnyParty(scope.actor, by))
          .returning('id'),
      ),
    { action, objectType: 'participation', reason },
  );
  if (rows.length > 0) return getParticipation(scope, id);
  const row = await readParticipation(scope, id);
  if (!partiesOf(scope.actor, row).some((party) => by.includes(party))) throw new Problem('participation.not_found');
  throw notWhile(row.state, scope);
}
