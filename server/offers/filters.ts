import type { FacetQuery } from '@collegium/contract/offers/catalogue.ts';
import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { searchQuery } from '../platform/search/words.ts';

/** What narrows the catalogue apart from its facets. */
export function searchConditions(query: FacetQuery): RawBuilder<boolean>[] {
  const words = searchQuery(query.words);
  return [
    words !== undefined && sql<boolean>`offer.search @@ to_tsquery('simple', ${words})`,
    query.organisation?.length && isOneOf('organisation_id', query.organisation, 'uuid'),
    query.term?.length && isOneOf('term', query.term),
    query.round !== undefined && isInRound(query.round),
    query.agreement !== undefined && sql<boolean>`offer.agreement_id = ${query.agreement}::uuid`,
  ].filter((condition) => typeof condition === 'object');
}

/** The condition of each facet in which something is chosen, by the facet's name. */
export function facetConditions(query: FacetQuery, now: Date): Partial<Record<FacetCondition, RawBuilder<boolean>>> {
  return {
    ...(query.kind?.length && { kind: isOneOf('kind', query.kind) }),
    ...(query.audience?.length && { audience: isOneOf('audience', query.audience) }),
    ...(query.mode?.length && { mode: isOneOf('mode', query.mode) }),
    ...(query.level?.length && { level: isOneOf('level', query.level) }),
    ...(query.field?.length && { field: isInField(query.field) }),
    ...(query.language?.length && { language: sql<boolean>`offer.languages && ${query.language}::text[]` }),
    ...(query.country?.length && { country: isOneOf('country', query.country) }),
    ...(query.allocatedBy?.length && { allocatedBy: isOneOf('allocated_by', query.allocatedBy) }),
    ...(query.openNow === true && { openNow: isOpenAt(now) }),
    ...(query.ended !== true && { current: isCurrentAt(now) }),
  };
}
export type FacetCondition =
  | 'kind'
  | 'audience'
  | 'mode'
  | 'level'
  | 'field'
  | 'language'
  | 'country'
  | 'allocatedBy'
  | 'openNow'
  | 'current';

/**
 * Whether there is still something to come of an offer: its window has not closed, it is not over, and the round that
 * gives its places, if there was one, still takes lists or another is being made. Rounds are looked up once, not per offer.
 */
export function isCurrentAt(now: Date): RawBuilder<boolean> {
  const inRounds = expressionBuilder<Tables>()
    .selectFrom('round_offer')
    .innerJoin('round', 'round.id', 'round_offer.round_id')
    .select('round_offer.offer_id');
  const closed = inRounds.where(
    sql<boolean>`(round.state in ('closed', 'review', 'published') or (round.state = 'open' and round.closes_at <= ${now}))`,
  );
  const toCome = inRounds.where(
    sql<boolean>`(round.state = 'draft' or (round.state = 'open' and round.closes_at > ${now}))`,
  );
  return sql<boolean>`(coalesce(least(offer.applications_close_at, offer.over_at) > ${now}, true)
    and (offer.allocated_by = 'first_come' or offer.id not in (${closed}) or offer.id in (${toCome})))`;
}

/**
 * Whether an offer takes applications at an instant: its own window, or that of its round. Without a window a first-come
 * offer is always open, and an offer of a round only while its round is.
 */
export function isOpenAt(now: Date): RawBuilder<boolean> {
  const open = expressionBuilder<Tables>()
    .selectFrom('round_offer')
    .innerJoin('round', 'round.id', 'round_offer.round_id')
    .select('round.id')
    .where(sql<boolean>`round_offer.offer_id = offer.id`)
    .where('round.state', '=', 'open')
    .where('round.opens_at', '<=', now)
    .where('round.closes_at', '>', now);
  return sql<boolean>`(
    coalesce(offer.applications_open_at <= ${now}, true)
    and coalesce(offer.applications_close_at > ${now}, true)
    and (offer.allocated_by = 'first_come' or exists (${open})))`;
}

/** One value compares by equality, so that an index ordered by time serves it; several by an array. */
function isOneOf(column: string, values: readonly string[], type = 'text'): RawBuilder<boolean> {
  const reference = sql.ref(`offer.${column}`);
  return values.length === 1
    ? sql<boolean>`${reference} = ${values[0]}::${sql.raw(type)}`
    : sql<boolean>`${reference} = any(${values}::${sql.raw(type)}[])`;
}

/** A field and all below it: codes share their beginning, so a field is a range of the index. */
function isInField(codes: readonly string[]): RawBuilder<boolean> {
  const ranges = codes.map(
    (code) => sql<boolean>`(offer.field_code >= ${code} and offer.field_code < ${`${code}:`})`, // ':' follows '9'
  );
  return sql<boolean>`(${sql.join(ranges, sql` or `)})`;
}

function isInRound(roundId: string): RawBuilder<boolean> {
  const offers = expressionBuilder<Tables>()
    .selectFrom('round_offer')
    .select('round_offer.offer_id')
    .where('round_offer.round_id', '=', roundId);
  return sql<boolean>`offer.id in (${offers})`;
}
