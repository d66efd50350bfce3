import type { FreeTimesInput } from '@collegium/contract/sharing/free-times.ts';
import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import { sql, type RawBuilder } from 'kysely';
import type { MemberScope } from '../platform/scope.ts';
import { openHours, type Window } from './free-hours.ts';
import { isPartnerFor } from './partners.ts';
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

/**
 * One statement. What is full is listed per resource in the order of time, and the gaps between are what can be held; where
 * a gap with its buffers and the hours of the place overlap for long enough, the first time on the grid is found. A pool
 * is full while too many of its items are held, whichever they are. Hours are computed once for all resources that share them.
 */
export function freeTimesQuery(scope: MemberScope, input: FreeTimesInput, window: Window) {
  const t = tablesOf(scope);
  const length = sql`make_interval(mins => ${input.minutes}::integer)`;
  return sql<FreeTimeRow>`
    with candidate as materialized (${candidates(t, scope, input, window)}),
    ${openHours(t, input.personIds ?? [], window)},
    held as materialized (${heldOf(t, window)}),
    full_up as materialized (${fullUp(t, input.quantity ?? 1, window)}),
    gap as materialized (select between_them.id, since + buffer_before_minutes * interval '1 minute' as opens_at,
        until - buffer_after_minutes * interval '1 minute' as closes_at
      from (select id, since as until, max(until) over (partition by id order by since, until
          rows between unbounded preceding and 1 preceding) as since
        from (select id, since, until from full_up union all select id, '-infinity', '-infinity' from candidate
          union all select id, 'infinity', 'infinity' from candidate) edges) between_them
      join candidate on candidate.id = between_them.id
      where until >= since + ${length}),
    stretch as materialized (select candidate.id, candidate.time_zone, candidate.grid_minutes, candidate.latest, open.ahead,
        greatest(gap.opens_at, open.opens_at, candidate.earliest) as starts_at, least(gap.closes_at, open.closes_at) as ends_at
      from candidate join gap on gap.id = candidate.id
      join hours_of on hours_of.id = candidate.id join open on open.pattern = hours_of.pattern
        and open.opens_at + ${length} <= gap.closes_at and gap.opens_at + ${length} <= open.closes_at
      where greatest(gap.opens_at, open.opens_at, candidate.earliest) + ${length} <= least(gap.closes_at, open.closes_at)),
    begun as materialized (select stretch.id, stretch.ends_at, stretch.latest, ${onGrid} as starts_at from stretch
      cross join lateral (select date_part('epoch', stretch.starts_at) + stretch.ahead as local offset 0) reading
      cross join lateral (select reading.local - floor(reading.local / 86400) * 86400 as since_midnight offset 0) reads),
    first as materialized (select id, min(starts_at) as starts_at from begun
      where starts_at + ${length} <= ends_at and starts_at <= latest group by id)
    select candidate.id, candidate.name, owner.name as owner_name, candidate.city, candidate.time_zone, candidate.kilometres, first.starts_at
    from first join candidate on candidate.id = first.id join ${t}.organisation owner on owner.id = candidate.organisation_id
    order by first.starts_at, candidate.kilometres nulls last, candidate.id limit ${window.limit}`;
}

/** Resources that fit, from when to when they can begin, how far away, and to which circle of theirs the reader belongs. */
function candidates(t: Tables, { actor, clock }: MemberScope, input: FreeTimesInput, { from, until }: Window) {
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
      resource.shared_as, resource.buffer_before_minutes, resource.buffer_after_minutes, ${distance} as kilometres,
      greatest(${from}::timestamptz, ${now}::timestamptz + resource.notice_minutes * interval '1 minute') as earliest,
      least(${until}::timestamptz - ${input.minutes} * interval '1 minute', ${now}::timestamptz + resource.horizon_days * interval '1 day') as latest,
      case when resource.organisation_id = ${actor.organisationId}::uuid then array['own', 'partners', 'network']
        when ${isPartnerFor(actor.organisationId, day)} then array['partners', 'network']
        else array['network'] end as circles
    from ${t}.resource where ${sql.join(conditions, sql` and `)}`;
}

/** The haversine distance on a sphere of 6,371 km. */
function kilometres({ latitude, longitude }: { latitude: number; longitude: number }): RawBuilder<number> {
  return sql<number>`(12742 * asin(least(1, sqrt(power(sin(radians(resource.latitude - ${latitude}::double precision) / 2), 2)
    + cos(radians(${latitude}::double precision)) * cos(radians(resource.latitude))
      * power(sin(radians(resource.longitude - ${longitude}::double precision) / 2), 2)))))`;
}

/** What is held of the candidates within a day of the window: buffers are at most a day. */
function heldOf(t: Tables, window: Window): RawBuilder<unknown> {
  return sql`select candidate.id, candidate.shared_as, item.occupied_from, item.occupied_until from ${t}.booking_item item
    join candidate on candidate.id = item.resource_id
    where ${isNear(window)}`;
}

function isNear({ from, until }: Window): RawBuilder<boolean> {
  return sql<boolean>`item.released_at is null and item.occupied_from < ${until}::timestamptz + interval '1 day'
    and item.occupied_until > ${from}::timestamptz - interval '1 day'`;
}

/** When too little is left: of what is one thing, while it is held; of pools, while so many items are; and while a part is held. */
function fullUp(t: Tables, quantity: number, window: Window): RawBuilder<unknown> {
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
    union all select id, '-infinity', 'infinity' from candidate where ${quantity}::integer > (select count(*) from ${t}.resource_item item
      where item.resource_id = candidate.id and item.retired_at is null)
    union all select candidate.id, item.occupied_from, item.occupied_until
      from candidate join ${t}.resource_part on resource_part.resource_id = candidate.id
      join ${t}.resource part on part.id = resource_part.part_id and part.shared_as = 'whole'
      join ${t}.booking_item item on item.resource_id = part.id and ${isNear(window)}`;
}

/** The beginning of a stretch, moved to the next full step of the grid on the clock of the place; by arithmetic where clocks do not change. */
const onGrid = sql`case when stretch.ahead is not null
  then stretch.starts_at + (ceil(since_midnight / (stretch.grid_minutes * 60)) * stretch.grid_minutes * 60 - since_midnight) * interval '1 second'
  else (date_trunc('day', stretch.starts_at at time zone stretch.time_zone) + make_interval(mins => (ceil(
    extract(epoch from (stretch.starts_at at time zone stretch.time_zone) - date_trunc('day', stretch.starts_at at time zone stretch.time_zone))
      / 60 / stretch.grid_minutes) * stretch.grid_minutes)::integer)) at time zone stretch.time_zone end`;
