import type { BookingListItem } from '@collegium/contract/sharing/bookings';
import { useLingui } from '@lingui/react/macro';
import { Status } from '../../ui/Status.tsx';
import { bookingStates } from '../names.ts';

/** How a booking stands, in one word. */
export function BookingStatus({ state, isSoft = false }: { state: BookingListItem['state']; isSoft?: boolean }) {
  const { t } = useLingui();
  const { name, tone } = bookingStates[state];
  return (
    <Status tone={tone} soft={isSoft}>
      {t(name)}
    </Status>
  );
}
