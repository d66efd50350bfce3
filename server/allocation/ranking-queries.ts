import { sql, type ExpressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';

/** An offer of a round with its applicants and their positions, for its provider; one round trip. Nobody sees it in a draft. */
export function findRanking(db: Database, roundId: string, offerId: string, organisationId: string) {
  return db
    .selectFrom('round_offer')
    .innerJoin('round', 'round.id', 'round_offer.round_id')
    .innerJoin('offer', 'offer.id', 'round_offer.offer_id')
    .select(['round_offer.round_id', 'round_offer.offer_id', 'round_offer.ranking_version', 'round_offer.ranked_at'])
    .select(['round.name', 'round.state', 'round.closes_at', 'round.ranked_by', 'offer.title'])
    .select(sql<number>`offer.places - offer.places_taken`.as('places'))
    .select((eb) => [jsonArrayFrom(applicantsOf(eb)).as('applicants'), jsonArrayFrom(positionsOf(eb)).as('positions')])
    .where('round_offer.round_id', '=', roundId)
    .where('round_offer.offer_id', '=', offerId)
    .where('offer.organisation_id', '=', organisationId)
    .where('round.state', '<>', 'draft')
    .executeTakeFirst();
}
export type RankingRow = NonNullable<Awaited<ReturnType<typeof findRanking>>>;

type Joined = ExpressionBuilder<Tables, 'round_offer' | 'round' | 'offer'>;

/** Those who wish for the offer at this moment, by name. */
function applicantsOf(eb: Joined) {
  return eb
    .selectFrom('preference')
    .innerJoin('application', 'application.id', 'preference.application_id')
    .innerJoin('person', 'person.id', 'application.person_id')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .leftJoin('round_learner', (join) =>
      join
        .onRef('round_learner.membership_id', '=', 'application.membership_id')
        .onRef('round_learner.round_id', '=', 'application.round_id'),
    )
    .select([
      'person.id as personId',
      'application.id as applicationId',
      'person.name',
      'application.statement',
      'round_learner.score',
    ])
    .select(
      sql<{
        id: string;
        name: string;
        shortMark: string;
      }>`jsonb_build_object('id', organisation.id, 'name', organisation.name, 'shortMark', organisation.short_mark)`.as(
        'organisation',
      ),
    )
    .whereRef('preference.offer_id', '=', 'round_offer.offer_id')
    .whereRef('application.round_id', '=', 'round_offer.round_id')
    .where('application.state', '<>', 'withdrawn')
    .orderBy('person.name')
    .orderBy('person.id');
}

/** Positions of those who still wish for the offer. */
function positionsOf(eb: Joined) {
  return eb
    .selectFrom('ranking')
    .select(['ranking.person_id as personId', 'ranking.position'])
    .whereRef('ranking.round_id', '=', 'round_offer.round_id')
    .whereRef('ranking.offer_id', '=', 'round_offer.offer_id')
    .where((where) =>
      where.exists(
        where
          .selectFrom('preference')
          .innerJoin('application', 'application.id', 'preference.application_id')
          .select('application.id')
          .whereRef('preference.offer_id', '=', 'ranking.offer_id')
          .whereRef('application.round_id', '=', 'ranking.round_id')
          .whereRef('application.person_id', '=', 'ranking.person_id')
          .where('application.state', '<>', 'withdrawn'),
      ),
    )
    .orderBy('ranking.position')
    .orderBy('ranking.person_id');
}
