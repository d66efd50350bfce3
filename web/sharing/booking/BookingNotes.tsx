import type { BookingView } from '@collegium/contract/sharing/bookings';
import { Trans } from '@lingui/react/macro';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Note } from '../../ui/Note.tsx';
import { useMinute } from '../useMinute.ts';
import { isLoan, isOverdue } from './loan.ts';

/** Borrowers are reminded so long before. */
const remindedMs = 3 * 86_400_000;

/** The one thing to know about how a booking stands, and until when. */
export function BookingNotes({ booking }: { booking: BookingView }) {
  const { dateTime } = useFormat();
  const { person } = useSession();
  const now = useMinute();
  const { state, respondBy, decideAt, approvalsDue, releasesAt, checkedInAt, cancellationReason, approvals } = booking;
  if (state === 'offered' && respondBy !== null)
    return (
      <Note tone="wait">
        <Trans>
          It became free and is held for you until {dateTime(respondBy)}. Accept it, or it goes to the next who waits.
        </Trans>
      </Note>
    );
  if (state === 'waiting')
    return (
      <Note>
        <Trans>
          Somebody else holds this time. As soon as it becomes free you get it, in the order in which people asked.
        </Trans>
      </Note>
    );
  if (state === 'requested' && decideAt !== null)
    return (
      <Note tone="wait">
        <Trans>
          Requests for this time are collected until {dateTime(decideAt)}. Then who used least of its share goes first.
        </Trans>
      </Note>
    );
  if (state === 'requested' && approvalsDue.length > 0)
    return (
      <Note tone="wait">
        {approvalsDue[0] === 'home' ? (
          <Trans>Waits for the approval of {booking.holder.organisation.name}. The time is held meanwhile.</Trans>
        ) : (
          <Trans>Waits for the approval of {booking.resources[0]?.ownerName ?? ''}. The time is held meanwhile.</Trans>
        )}
      </Note>
    );
  const refusal = approvals.find(({ isApproved }) => !isApproved);
  if (state === 'declined' && refusal)
    return (
      <Note tone="bad">
        <Trans>
          {refusal.by} declined it: {refusal.reason ?? ''}
        </Trans>
      </Note>
    );
  if (state === 'cancelled' && cancellationReason !== null)
    return (
      <Note tone="idle">
        <Trans>Cancelled: {cancellationReason}</Trans>
      </Note>
    );
  if (state === 'no_show')
    return (
      <Note tone="bad">
        <Trans>Nobody checked in, so the rest of the time was released for others.</Trans>
      </Note>
    );
  if (isOverdue(booking, now))
    return (
      <Note tone="bad">
        <Trans>It was due on {dateTime(booking.endsAt)} and has not been returned.</Trans>
      </Note>
    );
  if (state === 'confirmed' && isLoan(booking))
    return (
      <Note>
        {booking.holder.personId !== person.id ? (
          <Trans>
            {booking.holder.name} returns it by {dateTime(booking.endsAt)}.
          </Trans>
        ) : Date.parse(booking.endsAt) - now > remindedMs ? (
          <Trans>Return it by {dateTime(booking.endsAt)}. You are reminded three days before.</Trans>
        ) : (
          <Trans>Return it by {dateTime(booking.endsAt)}.</Trans>
        )}
      </Note>
    );
  if (state === 'confirmed' && releasesAt !== null && checkedInAt === null)
    return (
      <Note>
        <Trans>Check in by {dateTime(releasesAt)}, or the time is released for others.</Trans>
      </Note>
    );
  return null;
}
