import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../platform/database/database.ts';
import { decodeCursor } from '../platform/http/cursor.ts';
import type { Member } from '../platform/scope.ts';
import { searchQuery } from '../platform/search/words.ts';
import { appliableOffers } from './policy.ts';
import { withNames } from './queries.ts';

/** What a learner's page needs of a round, joined with its organisation. */
export const roundColumns = [
  'round.id as round_id',
  'round.name',
  'round.state',
  'round.organisation_id',
  'organisation.name as organisation_name',
  'organisation.short_mark as organisation_short_mark',
  'round.opens_at',
  'round.closes_at',
  'round.respond_by',
  'round.wishes_minimum',
  'round.wishes_maximum',
  'round.ranked_by',
  'round.seed_commitment',
] as const;

/** A round to which the learner is invited, from its opening on. */
export function findRoundFor(db: Database, actor: Member, roundId: string) {
  return db
    .selectFrom('round')
    .innerJoin('organisation', 'organisation.id', 'round.organisation_id')
    .select(roundColumns)
    .innerJoin('round_learner', 'round_learner.round_id', 'round.id')
    .where('round_learner.membership_id', '=', actor.membershipId)
    .where('round.id', '=', roundId)
    .where('round.state', '<>', 'draft')
    .executeTakeFirst();
}
export type RoundRow = NonNullable<Awaited<ReturnType<typeof findRoundFor>>>;

/** The learner's own list in a round. */
export function findOwnList(db: Database, actor: Member, roundId: string) {
  return withNames(db.selectFrom('application'))
    .where('application.round_id', '=', roundId)
    .where('application.person_id', '=', actor.personId)
    .where('application.state', '<>', 'withdrawn')
    .executeTakeFirst();
}

/** The offers of a round that the learner may wish for, by provider, `limit + 1` of them, with the learner's profile. */
export function listChoices(
  db: Database,
  actor: Member,
  roundId: string,
  query: { words?: string; cursor?: string; limit: number; now: Date },
) {
  const words = searchQuery(query.words);
  const after = decodeCursor(query.cursor, 2);
  return db
    .selectFrom('round_learner')
    .innerJoin('round', 'round.id', 'round_learner.round_id')
    .innerJoin('round_offer', 'round_offer.round_id', 'round.id')
    .innerJoin('offer', 'offer.id', 'round_offer.offer_id')
    .innerJoin('organisation as provider', 'provider.id', 'offer.organisation_id')
    .leftJoin('learner_profile', (join) => join.on('learner_profile.person_id', '=', actor.personId))
    .select([
      'offer.id',
      'offer.kind',
      'offer.state',
      'offer.title',
      'offer.city',
      'offer.country',
      'offer.starts_on',
      'offer.ends_on',
      'offer.places',
      'offer.eligibility',
      'provider.id as provider_id',
      'provider.name as provider_name',
      'provider.short_mark as provider_short_mark',
      ...profileColumns,
    ])
    .where('round_learner.round_id', '=', roundId)
    .where('round_learner.membership_id', '=', actor.membershipId)
    .where('round.state', '<>', 'draft')
    .where((eb) => appliableOffers(eb, actor.organisationId, query.now))
    .$if(words !== undefined, (q) => q.where('offer.search', '@@', sql<string>`to_tsquery('simple', ${words})`))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(provider.name, offer.id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .orderBy('provider.name')
    .orderBy('offer.id')
    .limit(query.limit + 1)
    .execute();
}
export type ChoiceRow = Awaited<ReturnType<typeof listChoices>>[number];

/** Why a list was refused, in one read: the round's rules, the list that stands, and each wish with what hinders it. */
export function findRefusedList(db: Database, actor: Member, roundId: string, offerIds: string[], now: Date) {
  return db
    .selectFrom('round')
    .innerJoin('organisation', 'organisation.id', 'round.organisation_id')
    .select(roundColumns)
    .innerJoin('round_learner', 'round_learner.round_id', 'round.id')
    .leftJoin('learner_profile', (join) => join.on('learner_profile.person_id', '=', actor.personId))
    .leftJoin('application', (join) =>
      join
        .onRef('application.round_id', '=', 'round.id')
        .on('application.person_id', '=', actor.personId)
        .on('application.state', '<>', 'withdrawn'),
    )
    .select((eb) => [
      'application.version',
      'application.state as application_state',
      ...profileColumns,
      jsonArrayFrom(
        eb
          .selectFrom('round_offer')
          .innerJoin('offer', 'offer.id', 'round_offer.offer_id')
          .select(['offer.id', 'offer.eligibility'])
          .whereRef('round_offer.round_id', '=', 'round.id')
          .where('offer.id', '=', sql<string>`any(${offerIds}::uuid[])`)
          .where((offer) => appliableOffers(offer, actor.organisationId, now)),
      ).as('possible'),
    ])
    .where('round.id', '=', roundId)
    .where('round_learner.membership_id', '=', actor.membershipId)
    .where('round.state', '<>', 'draft')
    .executeTakeFirst();
}

const profileColumns = [
  'learner_profile.level',
  'learner_profile.field_code',
  'learner_profile.grade_average',
  'learner_profile.grade_average_maximum',
  'learner_profile.terms_completed',
  'learner_profile.language_results',
] as const;
