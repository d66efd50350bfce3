import { Pool } from 'pg';
import { numberedIdInSql } from '../product/world.ts';
import { firstDay } from './seed.ts';
import { percentile } from './requests.ts';

/** The best SQL that we could write for the same questions by hand, without permissions, buffers, parts, people and pools. */
const schema = 'network_bench';

/** Bookings of some resources in a span, row by row. */
export const plainWeek = `select held.resource_id, booking.id, booking.kind, booking.state, held.starts_at, held.ends_at,
    held.quantity, held.is_part, booking.person_id, holder.name as holder, home.name as home, booking.purpose, booking.version
  from ${schema}.booking_resource held join ${schema}.booking on booking.id = held.booking_id
  join ${schema}.person holder on holder.id = booking.person_id join ${schema}.organisation home on home.id = booking.organisation_id
  where held.resource_id = any($1::uuid[]) and held.starts_at >= $2::timestamptz and held.starts_at < $3::timestamptz
    and booking.state in ('requested', 'offered', 'confirmed', 'completed')
  order by held.resource_id, held.starts_at`;

/**
 * The earliest time at which each resource of a kind is open and free for so long: openings and bookings in the order of
 * time, with what comes next beside each. An opening begins a free stretch, so does the end of a booking; no range is built.
 */
export const plainFreeTimes = `with wanted as materialized (
    select id, time_zone from ${schema}.resource where kind = $1 and state = 'in_service'),
  edge as (
    select wanted.id, greatest((day + make_interval(mins => opens_minute)) at time zone time_zone, $3::timestamptz) as at,
      least((day + make_interval(mins => closes_minute)) at time zone time_zone, $4::timestamptz) as until, true as opens
    from wanted join ${schema}.resource_opening opening on opening.resource_id = wanted.id
    join generate_series($3::timestamptz at time zone 'UTC' - interval '1 day', $4::timestamptz at time zone 'UTC' + interval '1 day',
      interval '1 day') day on extract(isodow from day)::integer = opening.weekday
    union all select resource_id, occupied_from, occupied_until, false from ${schema}.booking_item
    where released_at is null and resource_id in (select id from wanted) and occupied_until > $3 and occupied_from < $4),
  stretch as (
    select id, case when opens then at else until end as since, lead(at) over by_time as next,
      max(case when opens then until end) over by_time as closes_at
    from edge window by_time as (partition by id order by at, opens desc)),
  first as (
    select id, min(since) as starts_at from stretch
    where since + make_interval(mins => $2::integer) <= least(next, closes_at) group by id)
  select first.id, resource.name, first.starts_at from first join ${schema}.resource on resource.id = first.id
  order by starts_at, first.id limit 20`;

/** A connection of its own for one of these questions, prepared; `ask` tells the milliseconds of an answer. */
export function openPlain(url: string, text: string) {
  const pool = new Pool({ connectionString: url, max: 1 });
  const ask = async (values: readonly unknown[]): Promise<number> => {
    const started = performance.now();
    await pool.query({ name: text.slice(0, 30), text, values: [...values] });
    return performance.now() - started;
  };
  return { ask, close: () => pool.end() };
}

/** Milliseconds of the slowest in twenty, warm; `values` are those of each run. */
export async function plainP95(url: string, text: string, values: readonly unknown[][]): Promise<number> {
  const plain = openPlain(url, text);
  const times: number[] = [];
  for (const some of values) times.push(await plain.ask(some));
  await plain.close();
  return percentile(times.slice(3), 0.95);
}

/** One booking as pgbench inserts it: the same rows, on a resource and hour at random, with nothing judged. */
export function insertScript({ first, personId, membershipId, organisationId }: Inserted): string {
  const from = `timestamptz '${firstDay().toISOString()}' + :hour * interval '1 hour'`;
  const statement = `with made as (select gen_random_uuid() as id, ${numberedIdInSql(5, ':resource')} as resource_id, ${from} as starts_at,
      ${from} + interval '1 hour' as ends_at),
    held as (insert into ${schema}.booking_item (booking_id, item_key, resource_id, occupied_from, occupied_until)
      select made.id, item.key, made.resource_id, made.starts_at, made.ends_at from made
      join ${schema}.resource_item item on item.resource_id = made.resource_id on conflict do nothing returning booking_id),
    booked as (insert into ${schema}.booking (id, person_id, membership_id, organisation_id, state, starts_at, ends_at, time_zone,
        items_wanted, items_held, created_at, created_by)
      select made.id, '${personId}', '${membershipId}', '${organisationId}', 'confirmed', made.starts_at, made.ends_at,
        'Europe/Copenhagen', 1, 1, now(), '${personId}' from made join held on held.booking_id = made.id returning id),
    of as (insert into ${schema}.booking_resource (booking_id, resource_id, starts_at, ends_at)
      select made.id, made.resource_id, made.starts_at, made.ends_at from made join booked on booked.id = made.id)
    insert into ${schema}.audit_event (id, at, person_id, membership_id, organisation_id, action, object_type, object_id)
      select gen_random_uuid(), now(), '${personId}', '${membershipId}', '${organisationId}', 'booking.confirmed', 'booking', id
      from booked`;
  return `\\set resource random(${first}, ${first + 999})\n\\set hour random(0, 19999)\n${statement.replaceAll('\n', ' ')};\n`;
}

interface Inserted {
  first: number;
  personId: string;
  membershipId: string;
  organisationId: string;
}
