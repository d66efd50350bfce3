import type { BookingView } from '@collegium/contract/sharing/bookings';

/** Whether something is lent, which is over when it is returned. */
export function isLoan({ resources }: Pick<BookingView, 'resources'>): boolean {
  return resources.some(({ kind }) => kind === 'collection');
}

/** Whether a loan was due and has not been returned. */
export function isOverdue(
  booking: Pick<BookingView, 'resources' | 'state' | 'releasedAt' | 'endsAt'>,
  now: number,
): boolean {
  return (
    isLoan(booking) && booking.state === 'confirmed' && booking.releasedAt === null && Date.parse(booking.endsAt) <= now
  );
}
