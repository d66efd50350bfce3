import { sql } from 'kysely';
import type { Scope } from '../platform/scope.ts';
import { recordEach } from './record-each.ts';

/** How many lapse in one transaction. */
const batch = 500;

/**
 * Takes back the places that were not answered by their date, each with an event; returns how many. Rows are taken in the
 * order offer, application, like everywhere. Safe to run twice and in two processes at once.
 */
export async function lapseUnanswered(scope: Scope): Promise<number> {
  let lapsed = 0;
  for (;;) {
    const count = await scope.db.transaction().execute((db) => lapseSome({ ...scope, db }));
    lapsed += count;
    if (count < batch) return lapsed;
  }
}

async function lapseSome(scope: Scope): Promise<number> {
  const now = scope.clock.now();
  const rows = await scope.db
    .with('due', (qc) =>
      qc
        .selectFrom('application')
        .select(['id', 'offer_id'])
        .where('state', '=', 'offered')
        .where('respond_by', '<=', now)
        .orderBy('respond_by')
        .limit(batch),
    )
    .with(
      (cte) => cte('held').materialized(),
      (qc) =>
        qc
          .selectFrom('offer')
          .select('offer.id')
          .where('offer.id', 'in', (eb) => eb.selectFrom('due').select('due.offer_id'))
          .orderBy('offer.id')
          .forNoKeyUpdate(),
    )
    .with('lapsed', (qc) =>
      qc
        .updateTable('application')
        .from('due')
        .innerJoin('held', 'held.id', 'due.offer_id')
        .set((eb) => ({ state: 'declined', version: eb('application.version', '+', 1) }))
        .whereRef('application.id', '=', 'due.id')
        .where('application.state', '=', 'offered')
        .where('application.respond_by', '<=', now)
        .returning(['application.id', 'application.offer_id']),
    )
    .with('tally', (qc) =>
      qc
        .selectFrom('lapsed')
        .select(['lapsed.offer_id', sql<number>`count(*)::integer`.as('seats')])
        .groupBy('lapsed.offer_id'),
    )
    .with('counted', (qc) =>
      qc
        .updateTable('offer')
        .from('tally')
        .set({ places_taken: sql`places_taken - tally.seats` })
        .whereRef('offer.id', '=', 'tally.offer_id'),
    )
    .selectFrom('lapsed')
    .select('id')
    .execute();
  await recordEach(
    scope,
    rows.map(({ id }) => id),
    { action: 'application.lapsed' },
  );
  return rows.length;
}
