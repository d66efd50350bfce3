import type { BookingView } from '@collegium/contract/sharing/bookings.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { findBooking } from './booking-query.ts';
import { presentBooking } from './present-booking.ts';

/** One booking; throws booking.not_found. */
export async function getBooking(scope: MemberScope, id: string): Promise<BookingView> {
  const row = await findBooking(scope, id);
  if (!row) throw new Problem('booking.not_found');
  return presentBooking(scope.actor, row, scope.clock.now());
}
