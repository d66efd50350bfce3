import type { CatalogueQuery, OwnOfferQuery } from '@collegium/contract/offers/catalogue.ts';
import type { CatalogueSort } from '@collegium/contract/offers/terms.ts';
import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { decodeCursor } from '../platform/http/cursor.ts';
import type { Actor } from '../platform/scope.ts';
import { searchQuery } from '../platform/search/words.ts';
import { facetConditions, searchConditions } from './filters.ts';
import { visiblePublished } from './policy.ts';
import { learnerOf, roundOf } from './queries.ts';

type Listed = SelectQueryBuilder<Tables, 'offer' | 'organisation', object>;

/**
 * Published offers that the actor may see, `limit + 1` of them. Worst case: `newest` walks an index until a page is full;
 * `match` and `closing` sort what the filters leave.
 */
export function listCatalogue(
  db: Database,
  actor: Actor,
  query: CatalogueQuery & { limit: number },
  { day, now }: { day: string; now: Date },
) {
  const order = orderOf(query, now);
  const after = decodeCursor(query.cursor, 2);
  const conditions = [
    visiblePublished(actor, day),
    ...searchConditions(query),
    ...Object.values(facetConditions(query, now)),
  ];
  return itemsOf(db, actor)
    .select(order.text.as('sort_key'))
    .where(sql<boolean>`${sql.join(conditions, sql` and `)}`)
    .$if(after !== undefined, (q) => q.where(order.after(after?.[0], after?.[1])))
    .orderBy(order.by)
    .limit(query.limit + 1)
    .execute();
}
export type ListedOffer = Awaited<ReturnType<typeof listCatalogue>>[number];

/** All offers of an organisation, drafts and withdrawn ones included, newest first. */
export function listOwnOffers(
  db: Database,
  actor: Actor,
  organisationId: string,
  query: OwnOfferQuery & { limit: number },
) {
  const words = searchQuery(query.words);
  const after = decodeCursor(query.cursor, 2);
  const made = sql<string>`offer.created_at::text`;
  return itemsOf(db, actor)
    .select(made.as('sort_key'))
    .where('offer.organisation_id', '=', organisationId)
    .$if(words !== undefined, (q) => q.where(sql<boolean>`offer.search @@ to_tsquery('simple', ${words})`))
    .$if(Boolean(query.kind?.length), (q) => q.where('offer.kind', 'in', query.kind ?? []))
    .$if(Boolean(query.state?.length), (q) => q.where('offer.state', 'in', query.state ?? []))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(offer.created_at, offer.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy(sql`offer.created_at desc, offer.id desc`)
    .limit(query.limit + 1)
    .execute();
}

function itemsOf(db: Database, actor: Actor) {
  return db
    .selectFrom('offer')
    .innerJoin('organisation', 'organisation.id', 'offer.organisation_id')
    .select(itemColumns)
    .select(['organisation.name as provider_name', 'organisation.short_mark'])
    .select(sql<number>`jsonb_array_length(offer.eligibility)`.as('asks'))
    .select(sql<boolean | null>`(offer.details ->> 'payMinorPerMonth')::bigint > 0`.as('is_paid'))
    .select(sql<boolean | null>`(offer.details ->> 'tuitionWaived')::boolean`.as('is_tuition_waived'))
    .select((eb) => roundOf(eb).as('round'))
    .$if(actor.role === 'learner', (q) =>
      q.select('offer.eligibility').select((eb) => learnerOf(eb, actor.personId ?? '').as('learner')),
    ) satisfies Listed;
}

const itemColumns = [
  'offer.id',
  'offer.kind',
  'offer.state',
  'offer.organisation_id',
  'offer.title',
  'offer.field_code',
  'offer.level',
  'offer.languages',
  'offer.mode',
  'offer.city',
  'offer.country',
  'offer.term',
  'offer.starts_on',
  'offer.ends_on',
  'offer.places',
  'offer.places_taken',
  'offer.allocated_by',
  'offer.audience',
  'offer.applications_open_at',
  'offer.applications_close_at',
  'offer.credits_ects',
  'offer.hours',
  'offer.version',
] as const;

interface Order {
  by: RawBuilder<unknown>;
  /** The sort key as text, exact, for the cursor. */
  text: RawBuilder<string>;
  after: (key: string | number | undefined, id: string | number | undefined) => RawBuilder<boolean>;
}

function orderOf(query: CatalogueQuery, now: Date): Order {
  const words = searchQuery(query.words);
  const sort: CatalogueSort = query.sort === 'match' && words === undefined ? 'newest' : (query.sort ?? 'newest');
  switch (sort) {
    case 'newest':
      return {
        by: sql`offer.published_at desc, offer.id desc`,
        text: sql<string>`offer.published_at::text`,
        after: (key, id) => sql<boolean>`(offer.published_at, offer.id) < (${key}::timestamptz, ${id}::uuid)`,
      };
    case 'closing': {
      const closes = sql`case when offer.applications_close_at > ${now}
        then offer.applications_close_at else 'infinity' end`;
      return {
        by: sql`${closes}, offer.id`,
        text: sql<string>`(${closes})::text`,
        after: (key, id) => sql<boolean>`(${closes}, offer.id) > (${key}::timestamptz, ${id}::uuid)`,
      };
    }
    case 'match': {
      // Divided by the length of the text, so that a long description does not win by saying a word often.
      const rank = sql`ts_rank(offer.search, to_tsquery('simple', ${words}), 1)`;
      return {
        by: sql`${rank} desc, offer.id desc`,
        text: sql<string>`(${rank})::text`,
        after: (key, id) => sql<boolean>`(${rank}, offer.id) < (${key}::real, ${id}::uuid)`,
      };
    }
  }
}
