import type { RoundView } from '@collegium/contract/rounds.ts';
import { roundMachine } from '@collegium/contract/states/round.ts';
import { change } from '../platform/audit/change.ts';
import type { MemberScope } from '../platform/scope.ts';
import { isRunning } from './queries.ts';
import { refuseMove } from './refuse.ts';
import { getRound } from './rounds.ts';

/**
 * Cancels a round that is not published yet; those who take part read the reason, their lists are released by what
 * follows from the event, and its offers may go to another round. Throws round.already_published, …
 */
export async function cancelRound(scope: MemberScope, id: string, version: number, reason: string): Promise<RoundView> {
  const now = scope.clock.now();
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .updateTable('round')
            .set((eb) => ({
              state: 'cancelled',
              cancelled_at: now,
              cancelled_by: scope.actor.personId,
              cancellation_reason: reason,
              version: eb('version', '+', 1),
            }))
            .where('id', '=', id)
            .where('organisation_id', '=', scope.actor.organisationId)
            .where('state', 'in', roundMachine.moves.cancel.from)
            .where('version', '=', version)
            .where((eb) => eb.not(isRunning(eb)))
            .returning('id'),
        )
        .with('free', (qc) =>
          qc
            .updateTable('round_offer')
            .from('changed')
            .set({ running_since: null })
            .whereRef('round_offer.round_id', '=', 'changed.id'),
        ),
    { action: 'round.cancelled', objectType: 'round', reason },
  );
  if (rows.length === 0) throw await refuseMove(scope, id, { version, otherwise: 'round.already_published' });
  return getRound(scope, id);
}
