import type { FreeTimesInput } from '@collegium/contract/sharing/free-times.ts';
import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import { sql, type RawBuilder } from 'kysely';
import { partnersOf } from '../offers/policy.ts';
import type { MemberScope } from '../platform/scope.ts';
import { visibleResources } from './policy.ts';
import { tablesOf, type Tables } from './tables.ts';

export interface FreeTimeRow {
  id: string;
  name: LocalisedText;
  owner_name: string;
  city: string | null;
  time_zone: string;
  kilometres: number | null;
  starts_at: Date;
}

interface Window {
  from: Date;
  until: Date;
  limit: number;
}

/**
 * One statement: what is open to the reader, minus what is held of each item (with the buffers that a new booking needs),
 * minus when people are busy; of what is left, the first stretch that is long enough on the grid of the place.
 */
export function freeTimesQuery(scope: MemberScope, input: FreeTimesInput, { from, until, limit }: Window) {
  const t = tablesOf(scope);
  const length = sql`${input.minutes} * interval '1 minute'`;
  const quantity = input.quantity ?? 1;
  return sql<FreeTimeRow>`
    with candidate as materialized (${candidates(t, scope, input, from, until)}),
    day as materialized (select generate_series(${from}::timestamptz - interval '2 days', ${until}::timestamptz + interval '2 days', interval '1 day')::date as day),
    open as materialized (select hours.id, range_agg(hours.time) as times from (${openHours(t)}) hours group by hours.id),
    busy as materialized (select held.item_key, range_agg(tstzrange(
          held.occupied_from - candidate.buffer_after_minutes * interval '1 minute',
          held.occupied_until + candidate.buffer_before_minutes * interval '1 minute')) as times
      from candidate join ${t}.booking_item held on held.resource_id = candidate.id
      where held.released_at is null and held.occupied_from < candidate.latest + ${length} + interval '1 day'
        and held.occupied_until > candidate.earliest - interval '1 day'
      group by held.item_key),
    part_busy as materialized (select candidate.id, range_agg(tstzrange(held.occupied_from, held.occupied_until)) as times
      from candidate join ${t}.resource_part on resource_part.resource_id = candidate.id
      join ${t}.resource part on part.id = resource_part.part_id and part.shared_as = 'whole'
      join ${t}.booking_item held on held.resource_id = part.id and held.released_at is null
        and held.occupied_from < candidate.latest + ${length} and held.occupied_until > candidate.earliest
      group by candidate.id),
    people as materialized (select coalesce(range_agg(engaged.time), '{}'::tstzmultirange) as times
      from (${peopleBusy(t, input.personIds ?? [], from, until)}) engaged (time)),
    free as materialized (select candidate.id, item.key, stretch.starts_at, stretch.ends_at
      from candidate join open on open.id = candidate.id
      join ${t}.resource_item item on item.resource_id = candidate.id and item.retired_at is null
      left join busy on busy.item_key = item.key left join part_busy on part_busy.id = candidate.id cross join people
      cross join lateral (select ${onGrid} as starts_at, upper(gap) as ends_at, candidate.latest
        from unnest(open.times * tstzmultirange(tstzrange(candidate.earliest, candidate.latest + ${length}))
          - coalesce(busy.times, '{}'::tstzmultirange) - coalesce(part_busy.times, '{}'::tstzmultirange) - people.times) gap) stretch
      where stretch.starts_at + ${length} <= stretch.ends_at and stretch.starts_at <= candidate.latest),
    first as (select distinct on (free.id) free.id, free.starts_at from free
      where ${quantity}::integer = 1 or ${quantity}::integer <= (select count(distinct other.key) from free other
        where other.id = free.id and other.starts_at <= free.starts_at and free.starts_at + ${length} <= other.ends_at)
      order by free.id, free.starts_at)
    select candidate.id, candidate.name, owner.name as owner_name, candidate.city, candidate.time_zone, candidate.kilometres, first.starts_at
    from first join candidate on candidate.id = first.id join ${t}.organisation owner on owner.id = candidate.organisation_id
    order by first.starts_at, candidate.kilometres nulls last, candidate.id limit ${limit}`;
}

/** Resources that fit, from when to when they can begin, how far away, and to which circle of theirs the reader belongs. */
function candidates(t: Tables, { actor, clock }: MemberScope, input: FreeTimesInput, from: Date, until: Date) {
  const now = clock.now();
  const day = now.toISOString().slice(0, 10);
  const distance = input.near ? kilometres(input.near) : sql`null::double precision`;
  const conditions = [
    sql`resource.state = 'in_service'`,
    visibleResources(actor, day),
    sql`${input.minutes}::integer between resource.shortest_minutes and resource.longest_minutes`,
    ...(input.resourceIds ? [sql`resource.id = any(${input.resourceIds}::uuid[])`] : []),
    ...(input.kind ? [sql`resource.kind = ${input.kind}::text`] : []),
    ...(input.near ? [sql`${distance} <= ${input.near.kilometres}::double precision`] : []),
  ];
  return sql`select resource.id, resource.name, resource.organisation_id, resource.city, resource.time_zone, resource.grid_minutes,
      resource.buffer_before_minutes, resource.buffer_after_minutes, ${distance} as kilometres,
      greatest(${from}::timestamptz, ${now}::timestamptz + resource.notice_minutes * interval '1 minute') as earliest,
      least(${until}::timestamptz - ${input.minutes} * interval '1 minute', ${now}::timestamptz + resource.horizon_days * interval '1 day') as latest,
      case when resource.organisation_id = ${actor.organisationId}::uuid then array['own', 'partners', 'network']
        when resource.organisation_id = any(${partnersOf(actor.organisationId, day)}) then array['partners', 'network']
        else array['network'] end as circles
    from ${t}.resource where ${sql.join(conditions, sql` and `)}`;
}

/** The haversine distance on a sphere of 6,371 km. */
function kilometres({ latitude, longitude }: { latitude: number; longitude: number }): RawBuilder<number> {
  return sql<number>`(12742 * asin(least(1, sqrt(power(sin(radians(resource.latitude - ${latitude}::double precision) / 2), 2)
    + cos(radians(${latitude}::double precision)) * cos(radians(resource.latitude))
      * power(sin(radians(resource.longitude - ${longitude}::double precision) / 2), 2)))))`;
}

const hours = (opens: string, closes: string) => sql`tstzrange(
  (day.day + make_interval(mins => ${sql.raw(opens)})) at time zone candidate.time_zone,
  (day.day + make_interval(mins => ${sql.raw(closes)})) at time zone candidate.time_zone)`;

/** Open hours as ranges: weekly ones and special days; without weekly ones every day that is no exception. */
function openHours(t: Tables): RawBuilder<unknown> {
  const isNoException = sql`not exists (select from ${t}.resource_exception other
    where other.resource_id = candidate.id and other.on_date = day.day)`;
  return sql`select candidate.id, ${hours('weekly.opens_minute', 'weekly.closes_minute')} as time
      from candidate join ${t}.resource_opening weekly on weekly.resource_id = candidate.id and weekly.audience = any(candidate.circles)
      join day on extract(isodow from day.day) = weekly.weekday where ${isNoException}
    union all select candidate.id, ${hours('special.opens_minute', 'special.closes_minute')}
      from candidate join ${t}.resource_exception special on special.resource_id = candidate.id and special.opens_minute is not null
      join day on day.day = special.on_date
    union all select candidate.id, ${hours('0', '1440')} from candidate cross join day
      where not exists (select from ${t}.resource_opening known where known.resource_id = candidate.id) and ${isNoException}`;
}

/** The beginning of a stretch, moved to the next full step of the grid on the clock of the place. */
const onGrid = sql`(date_trunc('day', lower(gap) at time zone candidate.time_zone) + make_interval(mins => (ceil(
    extract(epoch from (lower(gap) at time zone candidate.time_zone) - date_trunc('day', lower(gap) at time zone candidate.time_zone))
      / 60 / candidate.grid_minutes) * candidate.grid_minutes)::integer)) at time zone candidate.time_zone`;

/** When people hold something, are invited, give their hours, or are busy elsewhere. */
function peopleBusy(t: Tables, personIds: readonly string[], from: Date, until: Date): RawBuilder<unknown> {
  const ids = sql`${[...personIds]}::uuid[]`;
  const isNear = sql`booking.starts_at < ${until}::timestamptz and booking.ends_at > ${from}::timestamptz
    and booking.state in ('offered', 'confirmed')`;
  return sql`select tstzrange(booking.starts_at, booking.ends_at) from ${t}.booking where booking.person_id = any(${ids}) and ${isNear}
    union all select tstzrange(booking.starts_at, booking.ends_at) from ${t}.booking_attendee guest
      join ${t}.booking on booking.id = guest.booking_id
      where guest.person_id = any(${ids}) and guest.answer <> 'declined' and ${isNear}
    union all select tstzrange(booking.starts_at, booking.ends_at) from ${t}.resource hours
      join ${t}.booking_resource given on given.resource_id = hours.id join ${t}.booking on booking.id = given.booking_id
      where hours.person_id = any(${ids}) and ${isNear}
    union all select tstzrange(elsewhere.starts_at, elsewhere.ends_at) from ${t}.outside_busy elsewhere
      join ${t}.outside_calendar calendar on calendar.id = elsewhere.outside_calendar_id
      where calendar.person_id = any(${ids}) and elsewhere.starts_at < ${until}::timestamptz and elsewhere.ends_at > ${from}::timestamptz`;
}
