import type { BookingView } from '@collegium/contract/sharing/bookings';
import { Button, Modal } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormActions } from '../../ui/FormActions.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { useBookingAct } from './useBookingAct.ts';

const hourMs = 3_600_000;

/** A later end, if nobody else holds the time. */
export function ExtendModal({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  const [ends, setEnds] = useState(() => new Date(Date.parse(booking.endsAt) + hourMs).toISOString());
  const extend = useBookingAct(booking, 'extend', onClose);
  return (
    <Modal opened onClose={onClose} title={t`Extend this booking`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          extend.mutate({ ends });
        }}
      >
        <p className="sub">
          <Trans>It ends on {dateTime(booking.endsAt, booking.timeZone)} now.</Trans>
        </p>
        <DateTimeField label={t`Until`} timeZone={booking.timeZone} value={ends} onChange={setEnds} required />
        <ProblemNote error={extend.error} />
        <FormActions>
          <Button
            type="submit"
            variant="filled"
            loading={extend.isPending}
            disabled={!(Date.parse(ends) > Date.parse(booking.endsAt))}
          >
            <Trans>Extend booking</Trans>
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </FormActions>
      </form>
    </Modal>
  );
}
