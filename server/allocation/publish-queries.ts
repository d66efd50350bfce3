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

/** Offers that cannot keep what the result gives: withdrawn, or with fewer free places. */
export function blockedOffers(db: Database, roundId: string) {
  return db
    .selectFrom(standingResult(db, roundId).as('standing'))
    .innerJoin('offer', 'offer.id', 'standing.offer_id')
    .select(['offer.id', 'offer.state'])
    .groupBy('offer.id')
    .having((eb) =>
      eb.or([
        eb('offer.state', '<>', 'published'),
        eb(sql<number>`count(*)`, '>', sql<number>`offer.places - offer.places_taken`),
      ]),
    );
}

/** Why a result cannot be published: the state of the round, and how many offers are withdrawn or too full. */
export function findBlockedOffers(db: Database, roundId: string) {
  const blocked = blockedOffers(db, roundId);
  return db
    .selectFrom('round')
    .select('round.state')
    .select((eb) => [
      eb
        .selectFrom(blocked.as('blocked'))
        .select(sql<number>`count(*) filter (where blocked.state = 'withdrawn')`.as('n'))
        .$asScalar()
        .$notNull()
        .as('withdrawn'),
      eb
        .selectFrom(blocked.as('blocked'))
        .select(sql<number>`count(*) filter (where blocked.state <> 'withdrawn')`.as('n'))
        .$asScalar()
        .$notNull()
        .as('full'),
    ])
    .where('round.id', '=', roundId)
    .executeTakeFirstOrThrow();
}
