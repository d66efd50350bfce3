import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import { resultingRun } from './result-queries.ts';

/** Who is to be told what: applications that still stand, with the offer that the result gives them, or null. */
export function standingResult(db: Database, roundId: string) {
  return db
    .selectFrom('allocation')
    .innerJoin('application', 'application.id', 'allocation.application_id')
    .select(['allocation.application_id', 'allocation.offer_id', 'allocation.rank'])
    .where('allocation.run_id', 'in', resultingRun(db, roundId))
    .where('application.state', '=', 'submitted');
}

/** The offers of a result, held from now on: nobody withdraws them or takes their places meanwhile. */
export function holdOffers(db: Database, roundId: string) {
  return db
    .selectFrom('offer')
    .select(['offer.id', 'offer.state', sql<number>`offer.places - offer.places_taken`.as('free')])
    .where('offer.id', 'in', standingResult(db, roundId).clearSelect().select('allocation.offer_id').distinct())
    .orderBy('offer.id')
    .forNoKeyUpdate();
}

/** How many places the result gives of each offer. */
export function standingTally(db: Database, roundId: string) {
  return db
    .selectFrom(standingResult(db, roundId).as('standing'))
    .select(['standing.offer_id', sql<number>`count(*)`.as('n')])
    .groupBy('standing.offer_id');
}
