import type {
  CollectLearnersInput,
  CollectOffersInput,
  RoundLearnerQuery,
  RoundOfferQuery,
} from '@collegium/contract/rounds.ts';
import { sql, type ExpressionBuilder } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { decodeCursor } from '../platform/http/cursor.ts';
import { searchQuery } from '../platform/search/words.ts';
import { isBoundBy } from '../offers/policy.ts';
import { partnerIds } from './policy.ts';

type Limited<Query> = Omit<Query, 'limit'> & { limit: number };

/** Offers that a round of the organisation may collect: published, given by rounds and by none at the moment, not over, with places left, own, a partner's, or under an agreement that binds both. */
export function collectableOffers(db: Database, organisationId: string, today: Date, input: CollectOffersInput) {
  const words = searchQuery(input.words);
  return db
    .selectFrom('offer')
    .select('offer.id')
    .where('offer.state', '=', 'published')
    .where('offer.allocated_by', '=', 'round')
    .whereRef('offer.places_taken', '<', 'offer.places')
    .where((eb) => eb.not(eb.exists(runningIn(eb))))
    .where((eb) => eb.or([eb('offer.ends_on', 'is', null), eb('offer.ends_on', '>=', sql<string>`${today}::date`)]))
    .where((eb) =>
      eb.or([
        eb('offer.organisation_id', '=', organisationId),
        eb.and([
          eb('offer.audience', 'in', ['network', 'partners']),
          eb('offer.organisation_id', 'in', partnerIds(db, organisationId, today)),
        ]),
        eb.and([eb('offer.audience', '=', 'agreement'), isBoundBy(organisationId, today.toISOString().slice(0, 10))]),
      ]),
    )
    .$if(input.offerIds !== undefined, (q) => q.where('offer.id', '=', sql<string>`any(${input.offerIds}::uuid[])`))
    .$if(Boolean(input.kind?.length), (q) => q.where('offer.kind', 'in', input.kind ?? []))
    .$if(Boolean(input.organisationId?.length), (q) =>
      q.where('offer.organisation_id', 'in', input.organisationId ?? []),
    )
    .$if(input.term !== undefined, (q) => q.where('offer.term', '=', input.term ?? null))
    .$if(words !== undefined, (q) => q.where('offer.search', '@@', sql<string>`to_tsquery('simple', ${words})`));
}

function runningIn(eb: ExpressionBuilder<Tables, 'offer'>) {
  return eb
    .selectFrom('round_offer as running')
    .select('running.round_id')
    .whereRef('running.offer_id', '=', 'offer.id')
    .where('running.running_since', 'is not', null);
}

/** The offers of a round that stand in another one that is running, by id. */
export function listOffersRunningElsewhere(db: Database, roundId: string) {
  return db
    .selectFrom('round_offer')
    .innerJoin('round_offer as other', 'other.offer_id', 'round_offer.offer_id')
    .innerJoin('offer', 'offer.id', 'round_offer.offer_id')
    .select(['offer.id', 'offer.title'])
    .where('round_offer.round_id', '=', roundId)
    .where('other.round_id', '<>', roundId)
    .where('other.running_since', 'is not', null)
    .orderBy('offer.id')
    .execute();
}

/** Current learner memberships that a round of the organisation may invite: its own and its partners'. */
export function collectableLearners(db: Database, organisationId: string, today: Date, input: CollectLearnersInput) {
  const words = input.words?.trim();
  return db
    .selectFrom('membership')
    .select('membership.id')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where('membership.role', '=', 'learner')
    .where((eb) =>
      eb.or([eb('membership.ended_on', 'is', null), eb('membership.ended_on', '>', sql<string>`${today}::date`)]),
    )
    .where('membership.organisation_id', 'in', partnerIds(db, organisationId, today))
    .$if(input.membershipIds !== undefined, (q) =>
      q.where('membership.id', '=', sql<string>`any(${input.membershipIds}::uuid[])`),
    )
    .$if(Boolean(input.organisationId?.length), (q) =>
      q.where('membership.organisation_id', 'in', input.organisationId ?? []),
    )
    .$if(Boolean(words), (q) => q.where('person.name', 'ilike', `%${escapeLike(words ?? '')}%`));
}

/** Offers that could still be added to the round, by id; a page of them. Worst case: the partners' published offers. */
export function listCollectableOffers(
  db: Database,
  round: { id: string; organisation_id: string },
  today: Date,
  query: Limited<RoundOfferQuery>,
) {
  const after = decodeCursor(query.cursor, 1);
  return db
    .selectFrom('offer')
    .innerJoin('organisation', 'organisation.id', 'offer.organisation_id')
    .select(['offer.id', 'offer.kind', 'offer.title', 'offer.city', 'offer.state', 'offer.organisation_id'])
    .select(['organisation.name as organisation_name', 'organisation.short_mark'])
    .select([
      sql<number>`offer.places - offer.places_taken`.as('places'),
      sql<Date | null>`null::timestamptz`.as('ranked_at'),
    ])
    .select(sql<number | null>`null::bigint`.as('wishes'))
    .where('offer.id', 'in', collectableOffers(db, round.organisation_id, today, query))
    .where('offer.id', 'not in', offersOf(db, round.id))
    .$if(after !== undefined, (q) => q.where('offer.id', '<', String(after?.[0])))
    .orderBy('offer.id', 'desc')
    .limit(query.limit + 1)
    .execute();
}

/** Offers of a round, by id. `countsWishesOf`: for whom wishes are counted, the provider's own or all. */
export function listRoundOffers(
  db: Database,
  roundId: string,
  query: Limited<RoundOfferQuery> & { ownOf: string | null },
  countsWishesOf: { all: boolean; organisationId: string | null },
) {
  const after = decodeCursor(query.cursor, 1);
  const words = searchQuery(query.words);
  return db
    .selectFrom('round_offer')
    .innerJoin('offer', 'offer.id', 'round_offer.offer_id')
    .innerJoin('organisation', 'organisation.id', 'offer.organisation_id')
    .select(['offer.id', 'offer.kind', 'offer.title', 'offer.city', 'offer.state', 'offer.organisation_id'])
    .select(['organisation.name as organisation_name', 'organisation.short_mark', 'round_offer.ranked_at'])
    .select(sql<number>`offer.places - offer.places_taken`.as('places'))
    .select((eb) =>
      eb
        .case()
        .when(sql<boolean>`${countsWishesOf.all} or offer.organisation_id = ${countsWishesOf.organisationId}::uuid`)
        .then(
          eb
            .selectFrom('preference')
            .innerJoin('application', 'application.id', 'preference.application_id')
            .select(sql<number>`count(*)`.as('n'))
            .whereRef('preference.offer_id', '=', 'offer.id')
            .where('application.round_id', '=', roundId)
            .where('application.state', '<>', 'withdrawn'),
        )
        .end()
        .as('wishes'),
    )
    .where('round_offer.round_id', '=', roundId)
    .$if(query.ownOf !== null, (q) => q.where('offer.organisation_id', '=', query.ownOf ?? ''))
    .$if(words !== undefined, (q) => q.where('offer.search', '@@', sql<string>`to_tsquery('simple', ${words})`))
    .$if(Boolean(query.kind?.length), (q) => q.where('offer.kind', 'in', query.kind ?? []))
    .$if(Boolean(query.organisationId?.length), (q) =>
      q.where('offer.organisation_id', 'in', query.organisationId ?? []),
    )
    .$if(after !== undefined, (q) => q.where('offer.id', '<', String(after?.[0])))
    .orderBy('offer.id', 'desc')
    .limit(query.limit + 1)
    .execute();
}
export type RoundOfferRow = Awaited<ReturnType<typeof listRoundOffers>>[number];

/** Learners of a round or, with `isInvited: false`, those who could still be invited; by name. */
export function listLearners(
  db: Database,
  round: { id: string; organisation_id: string },
  today: Date,
  query: Limited<RoundLearnerQuery> & { isInvited: boolean },
) {
  const after = decodeCursor(query.cursor, 2);
  const words = query.words?.trim();
  const invited = learnersOf(db, round.id);
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['membership.id', 'person.name', 'membership.organisation_id'])
    .select(['organisation.name as organisation_name', 'organisation.short_mark'])
    .select((eb) => [
      eb
        .selectFrom('round_learner')
        .select('score')
        .where('round_id', '=', round.id)
        .whereRef('membership_id', '=', 'membership.id')
        .as('score'),
      eb
        .exists(
          eb
            .selectFrom('application')
            .select('application.id')
            .where('application.round_id', '=', round.id)
            .where('application.state', '<>', 'withdrawn')
            .whereRef('application.person_id', '=', 'person.id'),
        )
        .as('has_applied'),
    ])
    .$if(query.isInvited, (q) => q.where('membership.id', 'in', invited))
    .$if(!query.isInvited, (q) =>
      q
        .where('membership.id', 'in', collectableLearners(db, round.organisation_id, today, query))
        .where('membership.id', 'not in', invited),
    )
    .$if(Boolean(words), (q) => q.where('person.name', 'ilike', `%${escapeLike(words ?? '')}%`))
    .$if(Boolean(query.organisationId?.length), (q) =>
      q.where('membership.organisation_id', 'in', query.organisationId ?? []),
    )
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(person.name, membership.id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .orderBy('person.name')
    .orderBy('membership.id')
    .limit(query.limit + 1)
    .execute();
}
export type RoundLearnerRow = Awaited<ReturnType<typeof listLearners>>[number];

export function escapeLike(words: string): string {
  return words.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

/** Own and partner organisations with the numbers of their offers and learners that are not yet in the round. */
export function listCollectableOrganisations(
  db: Database,
  round: { id: string; organisation_id: string },
  today: Date,
) {
  return db
    .with('outside_offer', (qc) =>
      qc
        .selectFrom('offer')
        .select(['organisation_id', sql<number>`count(*)`.as('n')])
        .where('id', 'in', collectableOffers(db, round.organisation_id, today, {}))
        .where('id', 'not in', offersOf(db, round.id))
        .groupBy('organisation_id'),
    )
    .with('outside_learner', (qc) =>
      qc
        .selectFrom('membership')
        .select(['organisation_id', sql<number>`count(*)`.as('n')])
        .where('id', 'in', collectableLearners(db, round.organisation_id, today, {}))
        .where('id', 'not in', learnersOf(db, round.id))
        .groupBy('organisation_id'),
    )
    .selectFrom('organisation')
    .leftJoin('outside_offer', 'outside_offer.organisation_id', 'organisation.id')
    .leftJoin('outside_learner', 'outside_learner.organisation_id', 'organisation.id')
    .select(['organisation.id', 'organisation.name', 'organisation.short_mark', 'organisation.kind'])
    .select(sql<number>`coalesce(outside_offer.n, 0)`.as('offers'))
    .select(sql<number>`coalesce(outside_learner.n, 0)`.as('learners'))
    .where('organisation.id', 'in', partnerIds(db, round.organisation_id, today))
    .orderBy(sql`organisation.id = ${round.organisation_id}::uuid`, 'desc')
    .orderBy('organisation.name')
    .limit(500)
    .execute();
}

function offersOf(db: Database, roundId: string) {
  return db.selectFrom('round_offer').select('offer_id').where('round_id', '=', roundId);
}

function learnersOf(db: Database, roundId: string) {
  return db.selectFrom('round_learner').select('membership_id').where('round_id', '=', roundId);
}
