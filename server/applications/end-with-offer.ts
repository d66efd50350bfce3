import { sql } from 'kysely';
import type { Scope } from '../platform/scope.ts';
import { recordEach } from './record-each.ts';

/**
 * What a withdrawn offer means for those who applied; `scope.db` is a transaction. Who waits or has not answered yet is
 * withdrawn by the server (`withdrawn_by` null) with the offer's reason. Who holds a place keeps the application as
 * accepted: it is the participation that is cancelled, or goes on when it has begun. Ranked lists keep the wish, which
 * the round leaves out. Each of them hears of it by an event.
 */
export async function endWithOffer(scope: Scope, offerId: string, reason: string | null): Promise<void> {
  const ended = await endUndecided(scope, offerId, reason);
  const others = await scope.db
    .selectFrom('application')
    .select('id')
    .where((eb) =>
      eb.or([
        eb.and([eb('offer_id', '=', offerId), eb('state', '=', 'accepted')]),
        eb.and([
          eb('state', '=', 'submitted'),
          eb(
            'id',
            'in',
            eb.selectFrom('preference').select('preference.application_id').where('preference.offer_id', '=', offerId),
          ),
        ]),
      ]),
    )
    .execute();
  const ids = [...ended, ...others].map(({ id }) => id);
  await recordEach(scope, ids, { action: 'application.offer_withdrawn', reason, details: { offerId } });
}

async function endUndecided({ db, clock }: Scope, offerId: string, reason: string | null) {
  await db.selectFrom('offer').select('id').where('id', '=', offerId).forNoKeyUpdate().execute();
  return db
    .with('undecided', (qc) =>
      qc
        .selectFrom('application')
        .select(['id', 'state'])
        .where('offer_id', '=', offerId)
        .where('state', 'in', ['waiting', 'offered'])
        .forNoKeyUpdate(),
    )
    .with('ended', (qc) =>
      qc
        .updateTable('application')
        .from('undecided')
        .set((eb) => ({
          state: 'withdrawn',
          withdrawn_at: clock.now(),
          withdrawal_reason: reason,
          version: eb('application.version', '+', 1),
        }))
        .whereRef('application.id', '=', 'undecided.id')
        .returning('application.id'),
    )
    .with('counted', (qc) =>
      qc
        .updateTable('offer')
        .set({
          places_taken: sql`places_taken - (select count(*) from undecided where undecided.state = 'offered')`,
          queue_length: sql`queue_length - (select count(*) from undecided where undecided.state = 'waiting')`,
        })
        .where('id', '=', offerId),
    )
    .selectFrom('ended')
    .select('id')
    .execute();
}
