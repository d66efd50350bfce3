import type { FreeTimesInput } from '@collegium/contract/sharing/free-times.ts';
import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import { addDays } from '@collegium/scheduling';
import { sql, type RawBuilder } from 'kysely';
import type { MemberScope } from '../../platform/scope.ts';
import { gaps, isSimple } from './free-gaps.ts';
import { openHours, type Window } from './free-hours.ts';
import { namesAgreements, partnersThrough, partnerUntil } from '../partners.ts';
import { visibleResources } from '../policy.ts';
import { unitsOf } from '../resources/resource-query.ts';
import { tablesOf, type Tables } from '../tables.ts';

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
 * One statement. What is held of a resource and when it is closed is put in the order of time; the gaps between that are long
 * enough are what can be had, from the first time on the grid. Hours are computed once for all resources that share them.
 */
export function freeTimesQuery(scope: MemberScope, input: FreeTimesInput, window: Window) {
  const t = tablesOf(scope);
  const length = sql`make_interval(mins => ${input.minutes}::integer)`;
  return sql<FreeTimeRow>`
    with candidate as materialized (${candidates(t, scope, input, window)}),
    ${openHours(t, input.personIds ?? [], window)},
    ${gaps(t, { length, quantity: input.quantity ?? 1, window })},
    stretch as materialized (select candidate.id, candidate.time_zone, candidate.grid_minutes, candidate.latest, gap.ahead,
        gap.since as starts_at, gap.until as ends_at
      from gap join candidate on candidate.id = gap.id),
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
  const { quantity = 1 } = input;
  const isOwn = sql`resource.organisation_id = ${actor.organisationId}::uuid`;
  const distance = input.near ? kilometres(input.near) : sql`null::double precision`;
  const conditions = [
    sql`resource.state = 'in_service'`,
    visibleResources(actor, day),
    sql`${input.minutes}::integer between resource.shortest_minutes and resource.longest_minutes`,
    ...(input.resourceIds ? [sql`resource.id = any(${input.resourceIds}::uuid[])`] : []),
    ...(input.kind ? [sql`resource.kind = ${input.kind}::text`] : []),
    ...(input.near ? [sql`${distance} <= ${input.near.kilometres}::double precision`] : []),
    ...(quantity > 1 ? [sql`${unitsOf(t)} >= ${quantity}::integer`] : []),
  ];
  return sql`select resource.id, resource.name, resource.organisation_id, resource.city, resource.time_zone, resource.grid_minutes,
      ${isSimple(t)} as is_simple, resource.shared_as, resource.buffer_before_minutes * interval '1 minute' as before,
      resource.buffer_after_minutes * interval '1 minute' as after, ${distance} as kilometres,
      greatest(${from}::timestamptz, ${now}::timestamptz + resource.notice_minutes * interval '1 minute') as earliest,
      least(${until}::timestamptz - ${input.minutes} * interval '1 minute', ${now}::timestamptz + resource.horizon_days * interval '1 day',
        case when resource.audience = 'partners' and not ${isOwn}
          then ((partner.until + 1)::timestamp at time zone resource.time_zone) - ${input.minutes} * interval '1 minute' end) as latest,
      case when ${isOwn} then array['own', 'partners', 'network'] when partner.until is not null then array['partners', 'network']
        else array['network'] end as circles,
      case when not ${isOwn} and isfinite(partner.until) then partner.until end as partners_until
    from ${t}.resource cross join lateral (select ${partnerThrough(actor.organisationId, day, until)} as until offset 0) partner
    where ${sql.join(conditions, sql` and `)}`;
}

/** `partnerUntil`, looked up only where it may lie within the span: most partnerships have no end. */
function partnerThrough(organisationId: string, day: string, until: Date): RawBuilder<string | null> {
  const lasting = partnersThrough(organisationId, day, addDays(until.toISOString().slice(0, 10), 1));
  return sql<
    string | null
  >`case when resource.organisation_id = any(${lasting}) and not ${namesAgreements} then 'infinity'::date
    else ${partnerUntil(sql`${organisationId}::uuid`, day)} end`;
}

/** The haversine distance on a sphere of 6,371 km. */
function kilometres({ latitude, longitude }: { latitude: number; longitude: number }): RawBuilder<number> {
  return sql<number>`(12742 * asin(least(1, sqrt(power(sin(radians(resource.latitude - ${latitude}::double precision) / 2), 2)
    + cos(radians(${latitude}::double precision)) * cos(radians(resource.latitude))
      * power(sin(radians(resource.longitude - ${longitude}::double precision) / 2), 2)))))`;
}

/** The beginning of a stretch, moved to the next full step of the grid on the clock of the place; by arithmetic where clocks do not change. */
const onGrid = sql`case when stretch.ahead is not null
  then stretch.starts_at + (ceil(since_midnight / (stretch.grid_minutes * 60)) * stretch.grid_minutes * 60 - since_midnight) * interval '1 second'
  else (date_trunc('day', stretch.starts_at at time zone stretch.time_zone) + make_interval(mins => (ceil(
    extract(epoch from (stretch.starts_at at time zone stretch.time_zone) - date_trunc('day', stretch.starts_at at time zone stretch.time_zone))
      / 60 / stretch.grid_minutes) * stretch.grid_minutes)::integer)) at time zone stretch.time_zone end`;
