import type { CalendarQuery } from '@collegium/contract/sharing/calendar.ts';
import { sql, type RawBuilder } from 'kysely';
import { plannedOnce } from '../../platform/database/pool.ts';
import type { Scope } from '../../platform/scope.ts';
import { heldIn, heldListOf, type Held, type HeldList } from './held-list.ts';
import { namesAgreements } from '../partners.ts';
import type { ResourceFacts } from '../policy.ts';
import { exceptionsOf, openingsOf, unitsOf } from '../resources/resource-query.ts';
import { tablesOf, type Tables } from '../tables.ts';

/** What is held of some resources in a span, as the database had it at a snapshot: for every reader, each of whom sees their part. */
export interface CalendarContent {
  /** Null when none of the resources is known. */
  snapshot: string | null;
  resources: HeldResource[];
}

export interface HeldResource {
  id: string;
  facts: Omit<ResourceFacts, 'isPartner'> & { namesAgreements: boolean };
  /** JSON of the resource up to its blocks, without the brackets around. */
  head: string;
  held: Held;
}

/** What PostgreSQL tells. */
interface Reading {
  snapshot: string;
  held: HeldList;
  resources: Row[] | null;
}

interface Row {
  id: string;
  head: string;
  state: ResourceFacts['state'];
  audience: ResourceFacts['audience'];
  organisation_id: string;
  names_agreements: boolean;
}

/** Reads it in one round trip: one range of an index for what begins in the span, one entry per item for what runs when it begins. */
export async function readCalendar(scope: Scope, { resourceId, from, until }: CalendarQuery): Promise<CalendarContent> {
  const t = tablesOf(scope);
  const { rows } = await sql<Reading>`${sql.raw(plannedOnce)}
    with ${running(t, resourceId, from)}
    select pg_current_snapshot()::text as snapshot, ${heldListOf(t, held(t, resourceId, from, until))} as held,
      (select json_agg(known order by array_position(${resourceId}::uuid[], known.id)) from (
        select resource.id, resource.state, resource.audience, resource.organisation_id, ${namesAgreements} as names_agreements,
          json_build_object('id', resource.id, 'name', resource.name, 'timeZone', resource.time_zone, 'sharedAs', resource.shared_as,
            'units', ${unitsOf(t)}, 'gridMinutes', resource.grid_minutes, 'openings', ${openingsOf(t)},
            'exceptions', ${exceptionsOf(t, from.slice(0, 10))})::text as head
        from ${t}.resource where resource.id = any(${resourceId}::uuid[])) known) as resources`.execute(scope.db);
  const [row] = rows;
  if (!row) throw new Error('A select without a table gave no row');
  if (row.resources === null) return { snapshot: null, resources: [] };
  const heldOf = heldIn(row.held);
  const resources = row.resources.map((one) => heldResource(one, heldOf(one.id, one.organisation_id)));
  return { snapshot: row.snapshot, resources };
}

/** What runs when the span begins: of an item that is the last that began before, for no two overlap on one. */
function running(t: Tables, resourceId: string[], from: string): RawBuilder<unknown> {
  return sql`running as materialized (select distinct item.resource_id, latest.booking_id from ${t}.resource_item item
    cross join lateral (select booking_id, occupied_until from ${t}.booking_item held
      where held.item_key = item.key and held.released_at is null and held.occupied_from < ${from}::timestamptz
      order by held.occupied_from desc limit 1) latest
    where item.resource_id = any(${resourceId}::uuid[]) and latest.occupied_until > ${from}::timestamptz)`;
}

function held(t: Tables, resourceId: string[], from: string, until: string): RawBuilder<unknown> {
  return sql`select begun.* from ${t}.booking_resource begun where begun.resource_id = any(${resourceId}::uuid[])
        and begun.starts_at >= ${from}::timestamptz and begun.starts_at < ${until}::timestamptz
      union all select begun.* from running join ${t}.booking_resource begun using (booking_id, resource_id)
        where begun.starts_at < ${from}::timestamptz and begun.ends_at > ${from}::timestamptz`;
}

function heldResource(row: Row, held: Held): HeldResource {
  const facts = {
    state: row.state,
    audience: row.audience,
    organisationId: row.organisation_id,
    namesAgreements: row.names_agreements,
  };
  return { id: row.id, facts, head: row.head.slice(1, -1), held };
}
