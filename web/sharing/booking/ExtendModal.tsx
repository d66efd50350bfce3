import type { BookingView } from '@collegium/contract/sharing/bookings';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useBookingAct } from './useBookingAct.ts';

const hourMs = 3_600_000;

/** A later end, if nobody else holds the time. */
export function ExtendModal({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  const [ends, setEnds] = useState(() => new Date(Date.parse(booking.endsAt) + hourMs).toISOString());
  const extend = useBookingAct(booking, 'extend');
  return (
    <FormModal
      title={t`Extend this booking`}
      submit={t`Extend booking`}
      isWhole={Date.parse(ends) > Date.parse(booking.endsAt)}
      onSubmit={() => extend.mutateAsync({ ends })}
      onClose={onClose}
    >
      <p className="sub">
        <Trans>It ends on {dateTime(booking.endsAt, booking.timeZone)} now.</Trans>
      </p>
      <DateTimeField label={t`Until`} timeZone={booking.timeZone} value={ends} onChange={setEnds} required />
    </FormModal>
  );
}
