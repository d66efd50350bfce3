import type { Scope } from '../platform/scope.ts';
import { recordEach } from './record-each.ts';

/**
 * Releases the lists of a round that was cancelled: the server withdraws them (`withdrawn_by` null) with the round's
 * reason, each with an event; `scope.db` is a transaction. Nothing to do is no error.
 */
export async function endWithRound(scope: Scope, roundId: string, reason: string | null): Promise<void> {
  const released = await scope.db
    .updateTable('application')
    .set((eb) => ({
      state: 'withdrawn',
      withdrawn_at: scope.clock.now(),
      withdrawal_reason: reason,
      version: eb('version', '+', 1),
    }))
    .where('round_id', '=', roundId)
    .where('state', '=', 'submitted')
    .returning('id')
    .execute();
  const ids = released.map(({ id }) => id);
  await recordEach(scope, ids, { action: 'application.released', reason, details: { roundId } });
}
