import { sql, type RawBuilder } from 'kysely';
import type { Tables } from '../tables.ts';

/** The span that is searched, and how many resources are wanted. */
export interface Window {
  from: Date;
  until: Date;
  limit: number;
}

/**
 * The parts of a statement that say when each row of `candidate` is closed: `hours_of` names the pattern of its hours, and
 * `closed` says when a pattern is not open, people are busy, or the span is over; patterns that are never open are left out.
 * Few patterns serve thousands of resources, and the clock of a place is asked for each of them once a day. `ahead` is how
 * far that clock is ahead of UTC, in seconds, where it is the same on all days.
 */
export function openHours(t: Tables, personIds: readonly string[], { from, until }: Window): RawBuilder<unknown> {
  const span = sql`tstzmultirange(tstzrange(${from}::timestamptz, ${until}::timestamptz))`;
  return sql`day as materialized (select generate_series(${from}::timestamptz - interval '2 days', ${until}::timestamptz + interval '2 days', interval '1 day')::date as day),
    hours_of as materialized (select candidate.id, candidate.time_zone, candidate.partners_until, weekly.hours, special.days,
        dense_rank() over (order by candidate.time_zone, candidate.partners_until, weekly.hours, special.days) as pattern
      from candidate
      left join (select candidate.id, coalesce(array_agg((weekly.audience = 'partners')::integer * 100000000::bigint + weekly.weekday * 10000000
            + weekly.opens_minute * 10000 + weekly.closes_minute) filter (where weekly.audience = any(candidate.circles)), '{}') as hours
        from candidate join ${t}.resource_opening weekly on weekly.resource_id = candidate.id
        group by candidate.id) weekly on weekly.id = candidate.id
      left join (select special.resource_id, array_agg(special order by special.on_date)::text as days
        from ${t}.resource_exception special
        where special.on_date >= ${from}::timestamptz::date - 3 and special.on_date <= ${until}::timestamptz::date + 3
        group by special.resource_id) special on special.resource_id = candidate.id),
    pattern as materialized (select example.*, clock.ahead from (
        select distinct on (pattern) pattern as number, time_zone, partners_until, hours, days, id as example from hours_of) example
      cross join lateral (select case when min(reads.ahead) = max(reads.ahead) then min(reads.ahead) end as ahead from (
        select date_part('epoch', (day.day::timestamp at time zone 'UTC') at time zone example.time_zone - day.day::timestamp) as ahead
        from day) reads) clock),
    people as materialized (select coalesce(range_agg(engaged.time), '{}'::tstzmultirange) as times
      from (${peopleBusy(t, personIds, from, until)}) engaged (time)),
    closed as materialized (select shut.pattern, pattern.ahead, array(select coalesce(lower(time), '-infinity') from unnest(shut.times) time) as since,
        array(select coalesce(upper(time), 'infinity') from unnest(shut.times) time) as until
      from (select opened.pattern, tstzmultirange(tstzrange(null, null)) - ((range_agg(opened.time) - people.times) * ${span}) as times
        from (${openTimes(t)}) opened cross join people group by opened.pattern, people.times) shut
      join pattern on pattern.number = shut.pattern)`;
}

const range = (opens: string, closes: string) => sql`tstzrange(
  (day.day + make_interval(mins => (${sql.raw(opens)})::integer)) at time zone pattern.time_zone,
  (day.day + make_interval(mins => (${sql.raw(closes)})::integer)) at time zone pattern.time_zone)`;

/** Weekly hours, those for partners until the reader is one no more, and special days; where no weekly ones are known (which is not none for the reader), every day that is no exception. */
function openTimes(t: Tables): RawBuilder<unknown> {
  const isNoException = sql`(pattern.days is null or not exists (select from ${t}.resource_exception other
    where other.resource_id = pattern.example and other.on_date = day.day))`;
  return sql`select pattern.number as pattern, ${range('weekly % 10000000 / 10000', 'weekly % 10000')} as time
      from pattern cross join unnest(pattern.hours) weekly
      join day on extract(isodow from day.day)::integer = weekly / 10000000 % 10
      where ${isNoException} and (weekly < 100000000 or pattern.partners_until is null or day.day <= pattern.partners_until)
    union all select pattern.number, ${range('special.opens_minute', 'special.closes_minute')}
      from pattern join ${t}.resource_exception special on special.resource_id = pattern.example and special.opens_minute is not null
      join day on day.day = special.on_date where pattern.days is not null
    union all select pattern.number, ${range('0', '1440')} from pattern cross join day
      where pattern.hours is null and ${isNoException}`;
}

/** When people hold something, are invited, give their hours, or are busy elsewhere. */
function peopleBusy(t: Tables, personIds: readonly string[], from: Date, until: Date): RawBuilder<unknown> {
  const ids = sql`${[...personIds]}::uuid[]`;
  const isNear = sql`booking.starts_at < ${until}::timestamptz and booking.ends_at > ${from}::timestamptz
    and booking.state in ('offered', 'confirmed')`;
  return sql`select tstzrange(booking.starts_at, booking.ends_at) from ${t}.booking where booking.person_id = any(${ids}) and booking.kind <> 'offer' and ${isNear}
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
