import { sql, type RawBuilder } from 'kysely';
import type { Window } from './free-hours.ts';
import type { Tables } from '../tables.ts';

interface Asked {
  length: RawBuilder<unknown>;
  quantity: number;
  window: Window;
}

/** One thing without parts, so that what is held of it alone decides; on the columns of `resource`. */
export function isSimple(t: Tables): RawBuilder<boolean> {
  return sql<boolean>`resource.shared_as = 'whole'
    and not exists (select from ${t}.resource_part where resource_part.resource_id = resource.id)`;
}

/**
 * The parts of a statement that say when each row of `candidate` can be had for so long: in `gap`, between what it is held
 * for, buffers included, and when it is closed. Of one thing without parts, which most are, few rows are put in order at a time.
 */
export function gaps(t: Tables, asked: Asked): RawBuilder<unknown> {
  const shut = sql`select '-infinity'::timestamptz as since, candidate.earliest as until
    union all select * from unnest(closed.since, closed.until)`;
  return sql`held as materialized (${heldOf(t, asked.window)}),
    full_up as materialized (${fullUp(t, asked)}),
    gap as (select candidate.id, closed.ahead, one.since, one.until
      from candidate join hours_of on hours_of.id = candidate.id join closed on closed.pattern = hours_of.pattern
      cross join lateral (select ${ended(sql`order by since`)} as since, since as until from (${shut}
        union all select item.occupied_from - candidate.after, item.occupied_until + candidate.before from ${t}.booking_item item
          where item.resource_id = candidate.id and ${isNear(asked.window)}) edge) one
      where candidate.is_simple and one.until >= one.since + ${asked.length}
      union all select * from (select id, ahead, ${ended(sql`partition by id order by since`)} as since, since as until from (
          select candidate.id, closed.ahead, edge.since, edge.until
          from candidate join hours_of on hours_of.id = candidate.id join closed on closed.pattern = hours_of.pattern
          cross join lateral (${shut}) edge where not candidate.is_simple
          union all select candidate.id, closed.ahead, full_up.since - candidate.after, full_up.until + candidate.before
          from full_up join candidate on candidate.id = full_up.id
          join hours_of on hours_of.id = candidate.id join closed on closed.pattern = hours_of.pattern) edges) other
      where other.until >= other.since + ${asked.length})`;
}

/** Until when what began before was held, at the latest. */
function ended(window: RawBuilder<unknown>): RawBuilder<Date> {
  return sql<Date>`max(until) over (${window} rows between unbounded preceding and 1 preceding)`;
}

/** What is held of the other candidates within a day of the window: buffers are at most a day. */
function heldOf(t: Tables, window: Window): RawBuilder<unknown> {
  return sql`select candidate.id, candidate.shared_as, item.occupied_from, item.occupied_until from ${t}.booking_item item
    join candidate on candidate.id = item.resource_id
    where not candidate.is_simple and ${isNear(window)}`;
}

function isNear({ from, until }: Window): RawBuilder<boolean> {
  return sql<boolean>`item.released_at is null and item.occupied_from < ${until}::timestamptz + interval '1 day'
    and item.occupied_until > ${from}::timestamptz - interval '1 day'`;
}

/**
 * When too little is left of those: of what is one thing, while it is held; of pools, while so many items are, whichever
 * they are; and while a part is held.
 */
function fullUp(t: Tables, { quantity, window }: Asked): RawBuilder<unknown> {
  return sql`select id, occupied_from as since, occupied_until as until from held where shared_as = 'whole'
    union all select level.id, level.at, level.until
      from (select id, at, sum(change) over by_time as items, lead(at) over by_time as until
        from (select id, occupied_from as at, 1 as change from held where shared_as <> 'whole'
          union all select id, occupied_until, -1 from held where shared_as <> 'whole') edge
        window by_time as (partition by id order by at, change)) level
      join (select item.resource_id, count(*) as units from ${t}.resource_item item
          join candidate on candidate.id = item.resource_id and candidate.shared_as <> 'whole'
        where item.retired_at is null group by item.resource_id) pool on pool.resource_id = level.id
      where level.items > pool.units - ${quantity}::integer and level.until > level.at
    union all select candidate.id, item.occupied_from, item.occupied_until
      from candidate join ${t}.resource_part on resource_part.resource_id = candidate.id
      join ${t}.resource part on part.id = resource_part.part_id and part.shared_as = 'whole'
      join ${t}.booking_item item on item.resource_id = part.id and ${isNear(window)}
      where not candidate.is_simple`;
}
