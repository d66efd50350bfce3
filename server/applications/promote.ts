import { sql } from 'kysely';
import type { Scope } from '../platform/scope.ts';
import { recordEach } from './record-each.ts';

/**
 * Gives the free seats of a published first-come offer to those who wait, in their order; `scope.db` is a transaction.
 * The offer's row is locked by a statement of its own, so that the next one sees everybody who joined the queue before.
 * Nothing to do is no error, so any number of events may lead here.
 */
export async function promoteWaiting(scope: Scope, offerId: string): Promise<void> {
  const offer = await scope.db
    .selectFrom('offer')
    .select(['places', 'places_taken', 'queue_length'])
    .where('id', '=', offerId)
    .where('state', '=', 'published')
    .where('allocated_by', '=', 'first_come')
    .forNoKeyUpdate()
    .executeTakeFirst();
  const seats = offer ? Math.min(offer.places - offer.places_taken, offer.queue_length) : 0;
  if (seats <= 0) return;
  const promoted = await promoteFirst(scope, offerId, seats);
  const ids = promoted.map(({ id }) => id);
  await recordEach(scope, ids, { action: 'application.promoted', details: { offerId } });
  await recordEach(scope, ids, { action: 'application.accepted', details: { offerId, through: 'promotion' } });
}

function promoteFirst({ db, clock }: Scope, offerId: string, seats: number) {
  return db
    .with('next', (qc) =>
      qc
        .selectFrom('application')
        .select('id')
        .where('offer_id', '=', offerId)
        .where('state', '=', 'waiting')
        .orderBy('queue_number')
        .limit(seats)
        .forNoKeyUpdate(),
    )
    .with('promoted', (qc) =>
      qc
        .updateTable('application')
        .from('next')
        .set((eb) => ({ state: 'accepted', responded_at: clock.now(), version: eb('application.version', '+', 1) }))
        .whereRef('application.id', '=', 'next.id')
        .returning(['application.id', 'application.queue_number']),
    )
    .with('counted', (qc) =>
      qc
        .updateTable('offer')
        .set({
          places_taken: sql`places_taken + (select count(*) from promoted)`,
          queue_length: sql`queue_length - (select count(*) from promoted)`,
        })
        .where('id', '=', offerId),
    )
    .selectFrom('promoted')
    .select('id')
    .orderBy('queue_number')
    .execute();
}
