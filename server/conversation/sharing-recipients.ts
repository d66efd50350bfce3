import { sql, type RawBuilder } from 'kysely';
import { askingOwner } from '../sharing/policy.ts';

/** Who among those that bookings, resources and passports concern. */
export type ConcernedBySharing =
  | 'holder'
  | 'guests'
  | 'deciders'
  | 'lenders'
  | 'resource_owners'
  | 'swap_asked'
  | 'swap_asker'
  | 'passport_holder';

/** Selects whom to tell, the title, the person it is about, the organisation and the page. */
export function sharingSubject(
  tables: RawBuilder<unknown>,
  who: ConcernedBySharing,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> {
  switch (who) {
    case 'holder':
      return ofBooking(tables, id, sql`booking.person_id`);
    case 'guests':
      return ofBooking(
        tables,
        id,
        sql`guest.person_id`,
        sql`join ${tables}.booking_attendee guest on guest.booking_id = booking.id`,
      );
    case 'deciders':
      return ofBooking(tables, id, sql`decider.person_id`, deciders(tables));
    case 'lenders':
      return ofBooking(tables, id, sql`lender.person_id`, staffOf(tables, sql`first.organisation_id`, sql`lender`));
    case 'resource_owners':
      return sql`select keeper.person_id, resource.name, '', owner.name, '/resources/' || resource.id from ${tables}.resource
        join ${tables}.organisation owner on owner.id = resource.organisation_id
        join lateral (select staff.person_id from (select) one ${staffOf(tables, sql`resource.organisation_id`)}
          union select sharer.person_id from ${tables}.membership sharer where sharer.organisation_id = resource.organisation_id
            and sharer.person_id = resource.created_by and sharer.ended_on is null) keeper on true where resource.id = ${id}`;
    case 'swap_asked':
      return ofSwap(tables, id, sql`swap.other_id`);
    case 'swap_asker':
      return ofSwap(tables, id, sql`swap.booking_id`, sql`swap.proposed_by`);
    case 'passport_holder':
      return sql`select passport.person_id, qualification.name, holder.name, teacher.name, '/passports' from ${tables}.passport
        join ${tables}.qualification on qualification.id = passport.qualification_id
        join ${tables}.organisation teacher on teacher.id = qualification.organisation_id
        join ${tables}.person holder on holder.id = passport.person_id where passport.id = ${id}`;
  }
}

function ofBooking(
  tables: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  told: RawBuilder<unknown>,
  also: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  return sql`select ${told}, first.name, holder.name, owner.name, '/bookings/' || booking.id from ${tables}.booking
    join ${tables}.person holder on holder.id = booking.person_id
    join lateral (select resource.name, resource.organisation_id from ${tables}.booking_resource held
      join ${tables}.resource on resource.id = held.resource_id
      where held.booking_id = booking.id order by held.is_part, resource.id limit 1) first on true
    join ${tables}.organisation owner on owner.id = first.organisation_id
    ${also} where booking.id = ${id}`;
}

/** Staff of the side whose turn it is; nobody when nothing is due any more, or the time decides. */
function deciders(tables: RawBuilder<unknown>): RawBuilder<unknown> {
  const side = sql`case when booking.state <> 'requested' or booking.decide_at is not null then null
    when booking.approvals_due[1] = 'home' then booking.organisation_id
    when booking.approvals_due[1] = 'owner' then coalesce(${askingOwner(tables)}, first.organisation_id) end`;
  return sql`${staffOf(tables, side, sql`decider`)}`;
}

/** A few of those who run an organisation hear of it, not the whole house. */
function staffOf(
  tables: RawBuilder<unknown>,
  organisationId: RawBuilder<unknown>,
  name: RawBuilder<unknown> = sql`staff`,
): RawBuilder<unknown> {
  return sql`join lateral (select person_id from ${tables}.membership where membership.organisation_id = ${organisationId}
    and membership.role in ('coordinator', 'organisation_administrator') and membership.ended_on is null
    order by membership.id limit 5) ${name} on true`;
}

function ofSwap(
  tables: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  bookingId: RawBuilder<unknown>,
  told: RawBuilder<unknown> = sql`mine.person_id`,
): RawBuilder<unknown> {
  return sql`select ${told}, first.name, proposer.name, '', '/bookings/' || mine.id from ${tables}.booking_swap swap
    join ${tables}.booking mine on mine.id = ${bookingId}
    join ${tables}.person proposer on proposer.id = swap.proposed_by
    join lateral (select resource.name from ${tables}.booking_resource held join ${tables}.resource on resource.id = held.resource_id
      where held.booking_id = mine.id order by held.is_part, resource.id limit 1) first on true
    where swap.id = ${id}`;
}
