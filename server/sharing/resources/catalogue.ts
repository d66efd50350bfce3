import type {
  ResourceFacetQuery,
  ResourceFacets,
  ResourceListItem,
  ResourcePage,
  ResourceQuery,
} from '@collegium/contract/sharing/resources.ts';
import { sql, type RawBuilder } from 'kysely';
import { decodeCursor, pageOf } from '../../platform/http/cursor.ts';
import type { Scope } from '../../platform/scope.ts';
import { searchQuery } from '../../platform/search/words.ts';
import { namesAgreements } from '../partners.ts';
import { visibleResources } from '../policy.ts';
import { unitsOf } from './resource-query.ts';
import { tablesOf, type Tables } from '../tables.ts';

interface Row extends Omit<
  ResourceListItem,
  'owner' | 'timeZone' | 'sharedAs' | 'photographId' | 'isTrainingNeeded' | 'isByAgreement' | 'isApprovalNeeded'
> {
  organisation_id: string;
  owner_name: string;
  owner_mark: string;
  time_zone: string;
  shared_as: ResourceListItem['sharedAs'];
  photograph_id: string | null;
  is_training_needed: boolean;
  is_by_agreement: boolean;
  is_approval_needed: boolean;
}

/** A page of what is shared with the reader, the newest first; with free times, what nobody holds then. */
export async function listResources(scope: Scope, query: ResourceQuery): Promise<ResourcePage> {
  const t = tablesOf(scope);
  const limit = query.limit ?? 30;
  const after = decodeCursor(query.cursor, 1);
  const conditions = Object.values(filtersOf(t, scope, query));
  if (after) conditions.push(sql<boolean>`resource.id < ${after[0]}::uuid`);
  const { rows } = await sql<Row>`
    select resource.id, resource.kind, resource.state, resource.name, resource.city, resource.country, resource.latitude,
      resource.longitude, resource.time_zone, resource.shared_as, resource.skills, resource.organisation_id,
      owner.name as owner_name, owner.short_mark as owner_mark, ${unitsOf(t)} as units,
      (select file_id from ${t}.resource_file where resource_id = resource.id and shown_as = 'photograph'
        order by position limit 1) as photograph_id,
      exists (select from ${t}.resource_qualification where resource_id = resource.id) as is_training_needed,
      resource.audience = 'partners' and ${namesAgreements} as is_by_agreement,
      resource.approval_chain <> '{}' as is_approval_needed
    from ${t}.resource join ${t}.organisation owner on owner.id = resource.organisation_id
    where ${sql.join(conditions, sql` and `)}
    order by resource.id desc limit ${limit + 1}`.execute(scope.db);
  return pageOf(rows, limit, (row) => [row.id], present);
}

/** How many each filter leaves, given the others: one pass, then counted over few groups. */
export async function countResources(scope: Scope, query: ResourceFacetQuery): Promise<ResourceFacets> {
  const t = tablesOf(scope);
  const { kind, organisationId, country, ...rest } = filtersOf(t, scope, query);
  const yes = sql<boolean>`true`;
  const chosen = { kind: kind ?? yes, organisationId: organisationId ?? yes, country: country ?? yes };
  const { rows } = await sql<{ facet: string; value: string; label: string; count: number }>`
    with matched as materialized (select resource.kind, resource.organisation_id::text as owner_id, owner.name as owner_name,
        resource.country, ${chosen.kind} as by_kind, ${chosen.organisationId} as by_owner, ${chosen.country} as by_country,
        count(*)::integer as resources
      from ${t}.resource join ${t}.organisation owner on owner.id = resource.organisation_id
      where ${sql.join(Object.values(rest), sql` and `)}
      group by 1, 2, 3, 4, 5, 6, 7)
    select 'kind' as facet, kind as value, kind as label, sum(resources)::integer as count from matched
      where by_owner and by_country group by kind
    union all select 'organisationId', owner_id, owner_name, sum(resources)::integer from matched
      where by_kind and by_country group by owner_id, owner_name
    union all select 'country', country, country, sum(resources)::integer from matched
      where by_kind and by_owner and country is not null group by country
    union all select 'resources', '', '', coalesce(sum(resources), 0)::integer from matched where by_kind and by_owner and by_country
    order by 4 desc, 3`.execute(scope.db);
  const of = (facet: string) =>
    rows.filter((row) => row.facet === facet).map(({ value, label, count }) => ({ value, label, count }));
  return {
    resources: of('resources')[0]?.count ?? 0,
    facets: { kind: of('kind'), organisationId: of('organisationId').slice(0, 100), country: of('country') },
  };
}

type Filters = Record<string, RawBuilder<boolean>> & { visible: RawBuilder<boolean> };

function filtersOf(t: Tables, scope: Scope, query: ResourceFacetQuery): Filters {
  const day = scope.clock.now().toISOString().slice(0, 10);
  const words = searchQuery(query.words);
  const filters: Filters = {
    visible: visibleResources(scope.actor, day),
    listed:
      query.own && scope.actor.organisationId !== null
        ? sql<boolean>`resource.organisation_id = ${scope.actor.organisationId}::uuid`
        : sql<boolean>`resource.state <> 'retired'`,
  };
  if (words !== undefined) filters['words'] = sql<boolean>`resource.search @@ to_tsquery('simple', ${words})`;
  if (query.kind?.length) filters['kind'] = sql<boolean>`resource.kind = any(${query.kind}::text[])`;
  if (query.organisationId?.length)
    filters['organisationId'] = sql<boolean>`resource.organisation_id = any(${query.organisationId}::uuid[])`;
  if (query.country?.length) filters['country'] = sql<boolean>`resource.country = any(${query.country}::text[])`;
  if (query.freeFrom !== undefined && query.freeUntil !== undefined)
    filters['free'] = isFree(t, query.freeFrom, query.freeUntil);
  return filters;
}

/** In service, and at no moment of the time are all of its items held; which of a pool they are does not matter. */
function isFree(t: Tables, from: string, until: string): RawBuilder<boolean> {
  const beginning = sql`greatest(held.occupied_from, ${from}::timestamptz)`;
  return sql<boolean>`resource.state = 'in_service' and ${unitsOf(t)} > coalesce((select max((select count(*)
      from ${t}.booking_item other where other.resource_id = resource.id and other.released_at is null
        and other.occupied_from <= ${beginning} and other.occupied_until > ${beginning}))
    from ${t}.booking_item held where held.resource_id = resource.id and held.released_at is null
      and held.occupied_from < ${until}::timestamptz and held.occupied_until > ${from}::timestamptz), 0)`;
}

function present(row: Row): ResourceListItem {
  const { organisation_id, owner_name, owner_mark, time_zone, shared_as, photograph_id, ...rest } = row;
  const { is_training_needed: isTrainingNeeded, is_by_agreement: isByAgreement, ...others } = rest;
  const { is_approval_needed: isApprovalNeeded, ...plain } = others;
  return {
    ...plain,
    owner: { id: organisation_id, name: owner_name, shortMark: owner_mark },
    timeZone: time_zone,
    sharedAs: shared_as,
    photographId: photograph_id,
    isTrainingNeeded,
    isByAgreement,
    isApprovalNeeded,
  };
}
