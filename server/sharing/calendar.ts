import type { CalendarQuery, CalendarView } from '@collegium/contract/sharing/calendar.ts';
import { sql, type RawBuilder } from 'kysely';
import { Problem } from '../platform/problem/problem.ts';
import type { Scope } from '../platform/scope.ts';
import { isStaff, visibleResources } from './policy.ts';
import { exceptionsOf, openingsOf, unitsOf } from './resource-query.ts';
import { instantText, jsonList, tablesOf, type Tables } from './tables.ts';

const longestMs = 62 * 86_400_000;

/**
 * What is held of these resources in a span, side by side: one round trip. Who may not read a booking sees its time alone.
 * Throws request.invalid for a span that is reversed or longer than 62 days.
 */
export async function getCalendar(scope: Scope, { resourceId, from, until }: CalendarQuery): Promise<CalendarView> {
  const length = Date.parse(until) - Date.parse(from);
  if (!(length > 0 && length <= longestMs)) throw new Problem('request.invalid', { fields: 'until' });
  const t = tablesOf(scope);
  const day = scope.clock.now().toISOString().slice(0, 10);
  const { rows } = await sql<CalendarView['resources'][number]>`
    select resource.id, resource.name, resource.time_zone as "timeZone", resource.shared_as as "sharedAs", ${unitsOf(t)} as units,
      resource.grid_minutes as "gridMinutes", ${openingsOf(t)} as openings, ${exceptionsOf(t, from.slice(0, 10))} as exceptions,
      ${blocksOf(t, scope, from, until)} as blocks
    from ${t}.resource
    where resource.id = any(${resourceId}::uuid[]) and ${visibleResources(scope.actor, day)}
    order by array_position(${resourceId}::uuid[], resource.id)`.execute(scope.db);
  return { resources: rows };
}

/** Bookings of `resource` that hold something in the span: those that begin in it, and those that run when it begins. */
function blocksOf(t: Tables, { actor }: Scope, from: string, until: string): RawBuilder<unknown> {
  const mayRead = isStaff(actor)
    ? sql`(booking.person_id = ${actor.personId}::uuid or booking.organisation_id = ${actor.organisationId}::uuid
        or resource.organisation_id = ${actor.organisationId}::uuid)`
    : sql`coalesce(booking.person_id = ${actor.personId}::uuid, false)`;
  const shown = (column: RawBuilder<unknown>) => sql`case when ${mayRead} then ${column} end`;
  return jsonList(sql`select ${shown(sql`booking.id`)} as "bookingId", booking.kind, booking.state,
      ${instantText('held.starts_at')} as "startsAt", ${instantText('held.ends_at')} as "endsAt", held.quantity,
      held.is_part as "isPart", coalesce(booking.person_id = ${actor.personId}::uuid, false) as "isOwn",
      ${shown(sql`holder.name`)} as "holderName", ${shown(sql`home.name`)} as "organisationName",
      ${shown(sql`booking.purpose`)} as purpose, ${shown(sql`booking.version`)} as version
    from (select begun.booking_id from ${t}.booking_resource begun where begun.resource_id = resource.id
        and begun.starts_at >= ${from}::timestamptz and begun.starts_at < ${until}::timestamptz
      union select running.booking_id from ${t}.booking_item running where running.resource_id = resource.id
        and running.released_at is null and running.occupied_from < ${from}::timestamptz
        and running.occupied_until > ${from}::timestamptz) found
    join ${t}.booking_resource held on held.booking_id = found.booking_id and held.resource_id = resource.id
    join ${t}.booking on booking.id = found.booking_id
    join ${t}.person holder on holder.id = booking.person_id join ${t}.organisation home on home.id = booking.organisation_id
    where held.starts_at < ${until}::timestamptz and held.ends_at > ${from}::timestamptz
      and booking.items_held > 0 and booking.state in ('requested', 'offered', 'confirmed', 'completed')
    order by held.starts_at, booking.id`);
}
