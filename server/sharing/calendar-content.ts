import type { CalendarQuery } from '@collegium/contract/sharing/calendar.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../platform/scope.ts';
import type { BookingFacts, ResourceFacts } from './policy.ts';
import { namesAgreements } from './partners.ts';
import { exceptionsOf, openingsOf, unitsOf } from './resource-query.ts';
import { tablesOf, type Tables } from './tables.ts';

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
  blocks: Block[];
  /** JSON of all blocks for somebody who may read none of them. */
  hidden: string;
  /** Who may perhaps read one: holders and guests; organisations of holders and owners. */
  personIds: ReadonlySet<string>;
  organisationIds: ReadonlySet<string>;
}

/** A booking as a calendar shows it. */
export interface Block {
  startsAt: number;
  facts: BookingFacts;
  /** JSON for those who see that it is taken, without the brackets around. */
  hidden: string;
  /** What readers see besides. Few of many are read, so it becomes JSON then. */
  details: { bookingId: string; holderName: string; organisationName: string; purpose: string; version: number };
}

interface Row {
  snapshot: string;
  id: string;
  head: string;
  state: ResourceFacts['state'];
  audience: ResourceFacts['audience'];
  organisation_id: string;
  names_agreements: boolean;
  blocks: BlockRow[];
}

/** What PostgreSQL tells of a booking that a resource is held for. */
export type BlockRow = [
  id: string,
  kind: string,
  state: string,
  startsAt: number,
  endsAt: number,
  quantity: number,
  isPart: boolean,
  personId: string,
  organisationId: string,
  holderName: string,
  organisationName: string,
  purpose: string,
  version: number,
  attendeeIds: string[] | null,
  ownerIds: string[] | null,
];

/** Reads it in one round trip: one range of an index for what begins in the span, one entry per item for what runs when it begins. */
export async function readCalendar(scope: Scope, { resourceId, from, until }: CalendarQuery): Promise<CalendarContent> {
  const t = tablesOf(scope);
  const { rows } = await sql<Row>`
    with ${running(t, resourceId, from)}, blocks as (${blocks(t, resourceId, from, until)})
    select pg_current_snapshot()::text as snapshot, resource.id, resource.state, resource.audience, resource.organisation_id,
      ${namesAgreements} as names_agreements,
      json_build_object('id', resource.id, 'name', resource.name, 'timeZone', resource.time_zone, 'sharedAs', resource.shared_as,
        'units', ${unitsOf(t)}, 'gridMinutes', resource.grid_minutes, 'openings', ${openingsOf(t)},
        'exceptions', ${exceptionsOf(t, from.slice(0, 10))})::text as head, coalesce(blocks.list, '[]') as blocks
    from ${t}.resource left join blocks on blocks.resource_id = resource.id where resource.id = any(${resourceId}::uuid[])
    order by array_position(${resourceId}::uuid[], resource.id)`.execute(scope.db);
  return { snapshot: rows[0]?.snapshot ?? null, resources: rows.map(heldResource) };
}

/** What runs when the span begins: of an item that is the last that began before, for no two overlap on one. */
function running(t: Tables, resourceId: string[], from: string): RawBuilder<unknown> {
  return sql`running as materialized (select distinct item.resource_id, latest.booking_id from ${t}.resource_item item
    cross join lateral (select booking_id, occupied_until from ${t}.booking_item held
      where held.item_key = item.key and held.released_at is null and held.occupied_from < ${from}::timestamptz
      order by held.occupied_from desc limit 1) latest
    where item.resource_id = any(${resourceId}::uuid[]) and latest.occupied_until > ${from}::timestamptz)`;
}

function blocks(t: Tables, resourceId: string[], from: string, until: string): RawBuilder<unknown> {
  return blocksOf(
    t,
    sql`select begun.* from ${t}.booking_resource begun where begun.resource_id = any(${resourceId}::uuid[])
        and begun.starts_at >= ${from}::timestamptz and begun.starts_at < ${until}::timestamptz
      union all select begun.* from running join ${t}.booking_resource begun using (booking_id, resource_id)
        where begun.starts_at < ${from}::timestamptz and begun.ends_at > ${from}::timestamptz`,
  );
}

/** The blocks of each resource, in their order; `held` selects rows of `booking_resource`. */
export function blocksOf(t: Tables, held: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select held.resource_id, json_agg(json_build_array(booking.id, booking.kind, booking.state,
      extract(epoch from held.starts_at) * 1000, extract(epoch from held.ends_at) * 1000, held.quantity, held.is_part,
      booking.person_id, booking.organisation_id, holder.name, home.name, booking.purpose, booking.version,
      (select array_agg(person_id) from ${t}.booking_attendee guest where guest.booking_id = booking.id),
      case when booking.items_wanted > held.quantity then (select array_agg(other.organisation_id) from ${t}.booking_resource beside
        join ${t}.resource other on other.id = beside.resource_id
        where beside.booking_id = booking.id and beside.resource_id <> held.resource_id) end) order by held.starts_at, booking.id) as list
    from (${held}) held
    join ${t}.booking on booking.id = held.booking_id
    join ${t}.person holder on holder.id = booking.person_id join ${t}.organisation home on home.id = booking.organisation_id
    where booking.items_held > 0 and booking.state in ('requested', 'offered', 'confirmed', 'completed')
    group by held.resource_id`;
}

function heldResource({ blocks: rows, ...row }: Row): HeldResource {
  const known = {
    id: row.id,
    facts: {
      state: row.state,
      audience: row.audience,
      organisationId: row.organisation_id,
      namesAgreements: row.names_agreements,
    },
    head: row.head.slice(1, -1),
  };
  return holding(
    known,
    rows.map((one) => blockOf(one, row.organisation_id)),
  );
}

/** A resource with these blocks, in their order. */
export function holding(
  { id, facts, head }: Pick<HeldResource, 'id' | 'facts' | 'head'>,
  blocks: Block[],
): HeldResource {
  return {
    id,
    facts,
    head,
    blocks,
    hidden: blocks.map(({ hidden }) => `{${hidden},"isOwn":false}`).join(),
    personIds: new Set(blocks.flatMap((block) => [block.facts.personId, ...block.facts.attendeeIds])),
    organisationIds: new Set(blocks.flatMap((block) => [block.facts.organisationId, ...block.facts.ownerIds])),
  };
}

export function blockOf(row: BlockRow, ownerId: string): Block {
  const [bookingId, kind, state, starts, ends, quantity, isPart, personId, organisationId, ...rest] = row;
  const [holderName, organisationName, purpose, version, attendeeIds, ownerIds] = rest;
  const [startsAt, endsAt] = [new Date(starts).toISOString(), new Date(ends).toISOString()];
  return {
    startsAt: starts,
    facts: { personId, organisationId, attendeeIds: attendeeIds ?? [], ownerIds: [ownerId, ...(ownerIds ?? [])] },
    hidden: `"kind":"${kind}","state":"${state}","startsAt":"${startsAt}","endsAt":"${endsAt}","quantity":${quantity},"isPart":${isPart}`,
    details: { bookingId, holderName, organisationName, purpose, version },
  };
}
