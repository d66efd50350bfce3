import type { BookingView } from '@collegium/contract/sharing/bookings';
import { Button, Modal } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormActions } from '../../ui/FormActions.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { useBookingAct } from './useBookingAct.ts';

/** A later end, if nobody else holds the time. */
export function ExtendModal({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const { t } = useLingui();
  const [ends, setEnds] = useState(booking.endsAt);
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
        <DateTimeField label={t`Until`} timeZone={booking.timeZone} value={ends} onChange={setEnds} required />
        <ProblemNote error={extend.error} />
        <FormActions>
          <Button type="submit" variant="filled" loading={extend.isPending}>
            <Trans>Extend booking</Trans>
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </FormActions>
      </form>
    </Modal>
  );
}
