import type { BookingView } from '@collegium/contract/sharing/bookings.ts';
import { sql } from 'kysely';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { findBooking } from '../booking/booking-query.ts';
import { instantOfMoment } from '../taking/moments.ts';
import { moveBooking, refuseMove } from '../booking/move-booking.ts';
import { ownedBy } from '../policy.ts';
import { presentBooking } from '../booking/present-booking.ts';
import { tablesOf } from '../tables.ts';

/**
 * Brings the end of a booking forward, for its owner: a loan is called back before it was due.
 * Throws booking.not_found, booking.time_unreadable, booking.recall_impossible, request.move_not_allowed.
 */
export async function recallBooking(
  scope: MemberScope,
  id: string,
  { ends, reason }: { ends: string; reason: string },
): Promise<BookingView> {
  const now = scope.clock.now();
  const t = tablesOf(scope);
  const { actor } = scope;
  const found = await findBooking(scope, id);
  if (!found?.resources.some(({ ownerId }) => ownerId === actor.organisationId)) throw new Problem('booking.not_found');
  const due = sql`${instantOfMoment(ends, found.time_zone)}::timestamptz`;
  const row = await moveBooking(scope, id, {
    move: 'check_in',
    set: sql`ends_at = ${due}`,
    where: sql<boolean>`${ownedBy(t, actor.organisationId)} and booking.released_at is null
      and ${due} > greatest(booking.starts_at, ${now}::timestamptz) and ${due} < booking.ends_at`,
    also: {
      shown: sql<object>`update ${t}.booking_resource set ends_at = moved.ends_at from moved
        where booking_resource.booking_id = moved.id returning booking_resource.booking_id`,
      shortened: sql<object>`update ${t}.booking_item set occupied_until = occupied_until - (before.ends_at - moved.ends_at)
        from moved join ${t}.booking before on before.id = moved.id
        where booking_item.booking_id = moved.id and booking_item.released_at is null returning booking_item.booking_id`,
    },
    happening: { action: 'booking.recalled', objectType: 'booking', reason },
  });
  if (row) return presentBooking(actor, row, now);
  refuseMove(scope, found, 'check_in');
  throw new Problem('booking.recall_impossible');
}
