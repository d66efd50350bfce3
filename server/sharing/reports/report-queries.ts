import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import type { BalanceReport, UseQuery } from '@collegium/contract/sharing/reports.ts';
import type { Opening, OpeningException } from '@collegium/contract/sharing/rules.ts';
import type { Circle } from '@collegium/contract/sharing/terms.ts';
import type { ResourceState } from '@collegium/contract/states/resource.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/scope.ts';
import { exceptionsOf, openingsOf, unitsOf } from '../resources/resource-query.ts';
import { jsonList, tablesOf, type Tables } from '../tables.ts';

const resourcesAtMost = 1_000;

export interface UseRow {
  id: string;
  name: LocalisedText;
  owner_name: string;
  audience: Circle;
  units: number;
  openings: Opening[];
  exceptions: OpeningException[];
  /** How it stood, and since which day at the place; the oldest first. */
  standings: { since: string; state: ResourceState }[];
  booked: number;
  /** By anything that keeps others from it: bookings, requests, hours of offers, maintenance. */
  kept: number;
  used: number;
  missed: number;
  people: number;
  bookings: number;
  revenue: { amountMinor: number; currency: string }[];
  threshold: number;
}

const minutes = (ends: string, starts: string) =>
  sql`extract(epoch from ${sql.raw(ends)} - ${sql.raw(starts)}) / 60 * held.quantity`;

/** Whether `held` begins on one of the days, in the time zone of the network. */
function isWithin(t: Tables, { from, until }: UseQuery): RawBuilder<boolean> {
  const midnight = (day: RawBuilder<unknown>) =>
    sql`((${day})::timestamp at time zone (select time_zone from ${t}.setting))`;
  return sql<boolean>`(held.starts_at >= ${midnight(sql`${from}::date`)} and held.starts_at < ${midnight(sql`${until}::date + 1`)})`;
}

/** Bookings that begin between two days, per resource of an organisation: one round trip. */
export async function readUse(scope: Scope, organisationId: string, { from, until }: UseQuery): Promise<UseRow[]> {
  const t = tablesOf(scope);
  const { rows } = await sql<UseRow>`
    with held as materialized (select held.resource_id, held.quantity, held.is_part, held.price_minor as part_minor, booking.*
      from ${t}.booking_resource held join ${t}.resource on resource.id = held.resource_id join ${t}.booking on booking.id = held.booking_id
      where resource.organisation_id = ${organisationId}::uuid and ${isWithin(t, { from, until })}
        and booking.kind = 'use' and booking.state in ('confirmed', 'completed', 'no_show')),
    tally as (select held.resource_id, round(sum(${minutes('held.ends_at', 'held.starts_at')}))::float8 as booked,
        coalesce(round(sum(${minutes('coalesce(held.released_at, held.ends_at)', 'greatest(held.starts_at, coalesce(held.checked_in_at, held.starts_at))')})
          filter (where held.state <> 'no_show' and coalesce(held.released_at, held.ends_at) <= ${scope.clock.now()}::timestamptz)), 0)::float8 as used,
        coalesce(round(sum(${minutes('held.ends_at', 'held.starts_at')}) filter (where held.state = 'no_show')), 0)::float8 as missed,
        count(distinct held.person_id)::integer as people, count(*)::integer as bookings
      from held group by held.resource_id),
    kept as (select held.resource_id, round(sum(${minutes('held.ends_at', 'held.starts_at')}))::float8 as minutes
      from ${t}.booking_resource held join ${t}.resource on resource.id = held.resource_id join ${t}.booking on booking.id = held.booking_id
      where resource.organisation_id = ${organisationId}::uuid and ${isWithin(t, { from, until })}
        and (booking.state in ('completed', 'no_show')
          or (booking.state in ('requested', 'offered', 'confirmed') and booking.items_held > 0)) group by held.resource_id)
    select resource.id, resource.name, owner.name as owner_name, resource.audience, ${unitsOf(t)} as units, ${openingsOf(t)} as openings,
      ${exceptionsOf(t, from)} as exceptions, coalesce(tally.booked, 0) as booked, coalesce(kept.minutes, 0) as kept,
      ${jsonList(sql`select (since at time zone resource.time_zone)::date as since, state from ${t}.resource_status
        where resource_status.resource_id = resource.id order by resource_status.since`)} as standings, coalesce(tally.used, 0) as used,
      coalesce(tally.missed, 0) as missed, coalesce(tally.people, 0) as people, coalesce(tally.bookings, 0) as bookings,
      ${jsonList(sql`select sum(held.part_minor)::float8 as "amountMinor", held.currency from held
        where held.resource_id = resource.id and held.part_minor is not null group by held.currency order by 2`)} as revenue,
      (select small_group_threshold from ${t}.setting) as threshold
    from ${t}.resource join ${t}.organisation owner on owner.id = resource.organisation_id
    left join tally on tally.resource_id = resource.id left join kept on kept.resource_id = resource.id
    where resource.organisation_id = ${organisationId}::uuid and (resource.state <> 'retired' or tally.booked is not null)
    order by tally.booked desc nulls last, resource.id limit ${resourcesAtMost}`.execute(scope.db);
  return rows;
}

/** What partners held of ours and we of theirs, and what was promised either way for days within the span. */
export async function readBalance(
  scope: Scope,
  organisationId: string,
  { from, until }: UseQuery,
): Promise<BalanceReport['partners']> {
  const t = tablesOf(scope);
  const own = sql`${organisationId}::uuid`;
  const { rows } = await sql<BalanceReport['partners'][number]>`
    with flow as (select booking.organisation_id as holder_id, resource.organisation_id as owner_id,
        round(sum(extract(epoch from booking.ends_at - booking.starts_at) / 60 * held.quantity))::float8 as minutes
      from ${t}.booking_resource held join ${t}.booking on booking.id = held.booking_id join ${t}.resource on resource.id = held.resource_id
      where (booking.organisation_id = ${own} or resource.organisation_id = ${own}) and booking.organisation_id <> resource.organisation_id
        and ${isWithin(t, { from, until })}
        and booking.kind = 'use' and not held.is_part and booking.state in ('confirmed', 'completed', 'no_show') group by 1, 2),
    promise as (select share.organisation_id as holder_id, resource.organisation_id as owner_id, sum(share.promised_minutes)::float8 as minutes
      from ${t}.resource_share share join ${t}.resource on resource.id = share.resource_id
      where (share.organisation_id = ${own} or resource.organisation_id = ${own})
        and share.starts_on <= ${until}::date and share.ends_on >= ${from}::date group by 1, 2)
    select partner.id as "organisationId", partner.name,
      coalesce((select minutes from flow where owner_id = ${own} and holder_id = partner.id), 0) as "givenMinutes",
      coalesce((select minutes from flow where holder_id = ${own} and owner_id = partner.id), 0) as "receivedMinutes",
      coalesce((select minutes from promise where owner_id = ${own} and holder_id = partner.id), 0) as "promisedMinutes",
      coalesce((select minutes from promise where holder_id = ${own} and owner_id = partner.id), 0) as "promisedToUsMinutes"
    from ${t}.organisation partner
    where partner.id <> ${own} and partner.id in (select holder_id from flow union select owner_id from flow
      union select holder_id from promise union select owner_id from promise)
    order by partner.name limit 1000`.execute(scope.db);
  return rows;
}
