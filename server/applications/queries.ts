import type { ApplicationQuery } from '@collegium/contract/applications.ts';
import { sql, type ExpressionBuilder, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { decodeCursor } from '../platform/http/cursor.ts';
import type { Actor } from '../platform/scope.ts';
import { isForProvider, isOfHome, visibleApplications } from './policy.ts';

type Applications = SelectQueryBuilder<Tables, 'application', object>;

/** What a view of an application needs beyond its own columns and those of other tables. */
interface Standing {
  /** Place on the waiting list, 1 is next; null for everybody who does not wait. */
  queuePosition: RawBuilder<number | null>;
  /** The stay, course or internship is under way or over. */
  hasBegun: RawBuilder<boolean>;
}

/**
 * Applications with the names that stand beside them. `applications` may also be rows that the same statement writes
 * (`applied as application`); such a statement says by itself how they stand.
 */
export function withNames(applications: Applications, standing?: Standing) {
  return applications
    .innerJoin('person', 'person.id', 'application.person_id')
    .innerJoin('organisation as home', 'home.id', 'application.organisation_id')
    .leftJoin('offer', 'offer.id', 'application.offer_id')
    .leftJoin('organisation as provider', 'provider.id', 'offer.organisation_id')
    .leftJoin('round', 'round.id', 'application.round_id')
    .selectAll('application')
    .select((eb) => [
      'person.name as person_name',
      'home.name as home_name',
      'home.short_mark as home_short_mark',
      'offer.kind as offer_kind',
      'offer.state as offer_state',
      'offer.title as offer_title',
      'offer.city as offer_city',
      'offer.country as offer_country',
      'offer.starts_on as offer_starts_on',
      'offer.ends_on as offer_ends_on',
      'provider.id as provider_id',
      'provider.name as provider_name',
      'provider.short_mark as provider_short_mark',
      'round.name as round_name',
      'round.state as round_state',
      'round.opens_at as round_opens_at',
      'round.closes_at as round_closes_at',
      wishesOf(eb).as('wishes'),
      (standing?.queuePosition ?? queuePosition(eb)).as('queue_position'),
      (standing?.hasBegun ?? hasBegun(eb)).as('has_begun'),
    ]);
}

/** For applications of which the statement itself knows that nobody waits and nothing has begun. */
export const justMade: Standing = { queuePosition: sql<null>`null::integer`, hasBegun: sql<boolean>`false` };

/** One application that the actor may see, in one round trip. */
export function findApplication(db: Database, actor: Actor, id: string) {
  return withNames(db.selectFrom('application'))
    .where('application.id', '=', id)
    .where((eb) => visibleApplications(eb, actor))
    .executeTakeFirst();
}
export type ApplicationRow = NonNullable<Awaited<ReturnType<typeof findApplication>>>;

/**
 * Applications that the actor may see, newest first, `limit + 1` of them. Worst case: all of an organisation's, sorted,
 * when it looks at both its learners and its offers.
 */
export function listApplications(db: Database, actor: Actor, query: ApplicationQuery & { limit: number }) {
  const after = decodeCursor(query.cursor, 2);
  const { organisationId } = actor;
  return withNames(db.selectFrom('application'))
    .where((eb) => visibleApplications(eb, actor))
    .$if(query.side === 'home' && organisationId !== null, (q) => q.where((eb) => isOfHome(eb, organisationId ?? '')))
    .$if(query.side === 'provider' && organisationId !== null, (q) =>
      q.where((eb) => isForProvider(eb, organisationId ?? '')),
    )
    .$if(Boolean(query.state?.length), (q) => q.where('application.state', 'in', query.state ?? []))
    .$if(Boolean(query.kind?.length), (q) => q.where((eb) => asksForKind(eb, actor, query.kind ?? [])))
    .$if(query.offerId !== undefined, (q) => q.where((eb) => asksForOffer(eb, actor, query.offerId ?? '')))
    .$if(query.roundId !== undefined, (q) => q.where('application.round_id', '=', query.roundId ?? ''))
    .$if(Boolean(query.words?.trim()), (q) => q.where('person.name', 'ilike', `%${escapeLike(query.words ?? '')}%`))
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(application.created_at, application.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy('application.created_at', 'desc')
    .orderBy('application.id', 'desc')
    .limit(query.limit + 1)
    .execute();
}

type Expressions = ExpressionBuilder<Tables, 'application'>;

function wishesOf(eb: Expressions) {
  return jsonArrayFrom(
    eb
      .selectFrom('preference')
      .innerJoin('offer as wished', 'wished.id', 'preference.offer_id')
      .innerJoin('organisation as wished_provider', 'wished_provider.id', 'wished.organisation_id')
      .select([
        'preference.rank',
        'wished.id',
        'wished.kind',
        'wished.state',
        'wished.title',
        'wished.city',
        'wished.country',
        'wished.starts_on',
        'wished.ends_on',
        'wished_provider.id as provider_id',
        'wished_provider.name as provider_name',
        'wished_provider.short_mark as provider_short_mark',
      ])
      .whereRef('preference.application_id', '=', 'application.id')
      .orderBy('preference.rank'),
  );
}

function queuePosition(eb: Expressions): RawBuilder<number | null> {
  const before = eb
    .selectFrom('application as before')
    .select((on) => on.fn.countAll<number>().as('position'))
    .whereRef('before.offer_id', '=', 'application.offer_id')
    .where('before.state', '=', 'waiting')
    .whereRef('before.queue_number', '<=', 'application.queue_number');
  return sql<number | null>`case when application.state = 'waiting' then ${before} end`;
}

function hasBegun(eb: Expressions): RawBuilder<boolean> {
  return sql<boolean>`${eb.exists(begun(eb))}`;
}

/** The participation of an application once it cannot simply be undone. */
export function begun(eb: Expressions) {
  return eb
    .selectFrom('participation')
    .select('participation.id')
    .whereRef('participation.application_id', '=', 'application.id')
    .where('participation.state', 'in', ['active', 'completed', 'ended_early']);
}

function asksForKind(eb: Expressions, actor: Actor, kinds: NonNullable<ApplicationQuery['kind']>) {
  const asked = eb
    .selectFrom('offer as asked')
    .select('asked.id')
    .whereRef('asked.id', '=', 'application.offer_id')
    .where('asked.kind', 'in', kinds);
  return eb.or([eb.exists(asked), eb.exists(readableWishes(eb, actor).where('asked.kind', 'in', kinds))]);
}

function asksForOffer(eb: Expressions, actor: Actor, offerId: string) {
  return eb.or([
    eb('application.offer_id', '=', offerId),
    eb.exists(readableWishes(eb, actor).where('asked.id', '=', offerId)),
  ]);
}

/** Filters must not tell a provider what else is on a list. */
function readableWishes(eb: Expressions, actor: Actor) {
  const wishes = eb
    .selectFrom('preference')
    .innerJoin('offer as asked', 'asked.id', 'preference.offer_id')
    .select('asked.id')
    .whereRef('preference.application_id', '=', 'application.id');
  if (actor.personId === null) return wishes;
  const { personId, organisationId } = actor;
  return wishes.where((wish) =>
    wish.or([
      wish('asked.organisation_id', '=', organisationId),
      wish('application.organisation_id', '=', organisationId),
      wish('application.person_id', '=', personId),
    ]),
  );
}

function escapeLike(words: string): string {
  return words.trim().replace(/[\\%_]/g, '\\$&');
}
