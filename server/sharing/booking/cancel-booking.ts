import type { BookingView, CancelInput } from '@collegium/contract/sharing/bookings.ts';
import { sql, type RawBuilder } from 'kysely';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { greatest, holdsOrOwns, isHolderOrOwner, moveBooking, whyNot } from './move-booking.ts';
import { presentBooking } from './present-booking.ts';
import { tablesOf, type Tables } from '../tables.ts';

/**
 * Cancels a booking that has not begun and gives its time back. Cancelled later than the owner's notice, it still counts
 * against quotas and shares. An owner who cancels somebody else's gives a reason. Of a recurring booking those that follow,
 * or all that have not begun, are cancelled with it in the same statement.
 * Throws booking.not_found, booking.has_begun, request.reason_needed, request.move_not_allowed.
 */
export async function cancelBooking(
  scope: MemberScope,
  id: string,
  { reason, reach = 'this' }: CancelInput,
): Promise<BookingView> {
  const now = scope.clock.now();
  const t = tablesOf(scope);
  const needsNoReason = sql<boolean>`(booking.person_id = ${scope.actor.personId}::uuid or ${reason !== undefined}::boolean)`;
  const isInTime = sql`(booking.items_held = 0 or booking.person_id <> ${scope.actor.personId}::uuid
    or booking.starts_at - ${greatest(t, 'cancel_notice_minutes')} * interval '1 minute' >= ${now}::timestamptz)`;
  const row = await moveBooking(scope, id, {
    move: 'cancel',
    set: sql`cancelled_at = ${now}::timestamptz, cancelled_by = ${scope.actor.personId}::uuid, respond_by = null,
      cancellation_reason = ${reason ?? null}::text, is_charged = not ${isInTime}`,
    where: sql<boolean>`booking.starts_at > ${now}::timestamptz and ${isHolderOrOwner(scope)} and ${needsNoReason}`,
    releases: true,
    ...(reach !== 'this' && { together: ofTheSameSeries(t, id, reach) }),
    happening: { action: 'booking.cancelled', objectType: 'booking', reason: reason ?? null },
  });
  if (row) return presentBooking(scope.actor, row, now);
  const found = await whyNot(scope, id, 'cancel', (one) => holdsOrOwns(scope, one));
  if (found.starts_at <= now) throw new Problem('booking.has_begun');
  throw new Problem('request.reason_needed');
}

function ofTheSameSeries(t: Tables, id: string, reach: 'following' | 'series'): RawBuilder<boolean> {
  return sql<boolean>`exists (select from ${t}.booking this where this.id = ${id}::uuid and this.series_id = booking.series_id
    and (${reach === 'series'}::boolean or booking.starts_at >= this.starts_at))`;
}
