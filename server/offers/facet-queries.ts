import type { FacetQuery } from '@collegium/contract/offers/catalogue.ts';
import { facetNames, type FacetName } from '@collegium/contract/offers/terms.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { Actor } from '../platform/scope.ts';
import { facetConditions, isCurrentAt, isOpenAt, searchConditions, type FacetCondition } from './filters.ts';
import { visiblePublished } from './policy.ts';

/** A count of one choice: `facet` is a facet's name, or `offers`, `organisations` `openNow` or `ended`. */
export interface FacetRow {
  facet: FacetName | 'offers' | 'organisations' | 'openNow' | 'ended';
  value: string | null;
  count: number;
}

const dimensions: Record<FacetName, RawBuilder<unknown>> = {
  kind: sql`offer.kind`,
  audience: sql`offer.audience`,
  mode: sql`offer.mode`,
  level: sql`offer.level`,
  field: sql`left(offer.field_code, 2)`,
  language: sql`offer.languages`,
  country: sql`offer.country`,
  allocatedBy: sql`offer.allocated_by`,
};

/**
 * How many offers each choice of each facet leaves. One pass over the offers that words and audience leave, grouped by all
 * facets at once; each facet is then counted over those few groups with the choices made in all others.
 */
export async function countFacets(
  db: Database,
  actor: Actor,
  query: FacetQuery,
  { day, now }: { day: string; now: Date },
): Promise<FacetRow[]> {
  const chosen = facetConditions(query, now);
  const flags = Object.entries(chosen).map(([name, condition]) => condition.as(flagOf(name)));
  const matched = db
    .selectFrom('offer')
    .select('offer.organisation_id')
    .select([isOpenAt(now).as('is_open'), isCurrentAt(now).as('is_current')])
    .select(facetNames.map((name) => dimensions[name].as(name)))
    .select(flags)
    .where(sql<boolean>`${sql.join([visiblePublished(actor, day), ...searchConditions(query)], sql` and `)}`);
  const columns = [...facetNames, 'is_open', 'is_current', ...Object.keys(chosen).map(flagOf)].map((name) =>
    sql.ref(name),
  );
  const counts = countsOf(Object.keys(chosen) as FacetCondition[]);
  const { rows } = await sql<FacetRow>`
    with matched as (${matched}),
    grouped as (select ${sql.join(columns)}, count(*) as offers from matched group by ${sql.join(columns)})
    ${sql.join(counts, sql` union all `)}`.execute(db);
  return rows;
}

function countsOf(chosen: FacetCondition[]): RawBuilder<unknown>[] {
  const all = flagsOf(chosen);
  const inFacet = facetNames.map((name) => {
    const value = name === 'language' ? sql`spoken` : sql.ref(name);
    const source = name === 'language' ? sql`grouped cross join unnest(grouped.language) spoken` : sql`grouped`;
    const others = flagsOf(chosen.filter((other) => other !== name));
    return sql`select ${sql.lit(name)} as facet, ${value} as value, sum(offers)::integer as count
      from ${source} where ${others} and ${value} is not null group by ${value}`;
  });
  return [
    ...inFacet,
    sql`select 'offers', null, coalesce(sum(offers), 0)::integer from grouped where ${all}`,
    sql`select 'organisations', null, count(*)::integer
      from (select organisation_id from matched where ${all} group by organisation_id) providers`,
    sql`select 'openNow', null, coalesce(sum(offers), 0)::integer from grouped
      where is_open and ${flagsOf(chosen.filter((name) => name !== 'openNow'))}`,
    sql`select 'ended', null, coalesce(sum(offers), 0)::integer from grouped
      where not is_current and ${flagsOf(chosen.filter((name) => name !== 'current'))}`,
  ];
}

function flagOf(name: string): string {
  return `is_chosen_${name}`;
}

function flagsOf(names: FacetCondition[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.join([sql`true`, ...names.map((name) => sql.ref(flagOf(name)))], sql` and `)}`;
}
