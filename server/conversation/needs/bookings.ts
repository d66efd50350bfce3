import { sql, type RawBuilder } from 'kysely';
import { approvesAsOwner } from '../../sharing/policy.ts';
import type { Asking } from '../needs.ts';

/** Accept what became free, answer who would swap: for whoever holds or waits for a booking. */
export function holderNeeds({ tables, actor }: Asking): RawBuilder<unknown>[] {
  const me = sql`${actor.personId}::uuid`;
  return [
    sql`select 'accept_booking', resource.name, organisation.name, organisation.short_mark, booking.respond_by, 1,
               '/bookings/' || booking.id
        from ${booked(tables)} where booking.person_id = ${me} and booking.state = 'offered'`,
    sql`select 'answer_swap', resource.name, asker.name, organisation.short_mark, booking.starts_at, 1, '/bookings/' || booking.id
        from ${booked(tables)}
        join ${tables}.booking_swap swap on swap.other_id = booking.id and swap.answered_at is null
        join ${tables}.person asker on asker.id = swap.proposed_by
        where booking.person_id = ${me} and booking.state = 'confirmed'`,
  ];
}

/** Approve or decline what is asked for: for staff of the side whose word is due next. */
export function bookingDecisionNeeds({ tables, actor, now }: Asking): RawBuilder<unknown>[] {
  const own = sql`${actor.organisationId}::uuid`;
  return [
    sql`select 'decide_booking', resource.name, holder.name, organisation.short_mark, booking.starts_at, 1, '/bookings/' || booking.id
        from ${booked(tables)} join ${tables}.person holder on holder.id = booking.person_id
        where booking.state = 'requested' and booking.decide_at is null and booking.starts_at > ${now}::timestamptz
          and case booking.approvals_due[1] when 'home' then booking.organisation_id = ${own}
            when 'owner' then ${approvesAsOwner(tables, actor.organisationId)} else false end`,
  ];
}

/** A booking with the first of what is booked, which gives it its name. */
function booked(tables: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${tables}.booking
    join lateral (select item.name from ${tables}.booking_resource part join ${tables}.resource item on item.id = part.resource_id
      where part.booking_id = booking.id order by part.is_part, part.resource_id limit 1) resource on true
    join ${tables}.organisation on organisation.id = booking.organisation_id`;
}
