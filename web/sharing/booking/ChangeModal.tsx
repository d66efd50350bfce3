import type { BookingView } from '@collegium/contract/sharing/bookings';
import { Button, Modal, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormActions } from '../../ui/FormActions.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { bookingChanged } from '../queries.ts';
import { Alternatives } from './Alternatives.tsx';
import { hoursBetween } from './useWhen.ts';

/** Another time or another purpose; everybody concerned is told. */
export function ChangeModal({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const { t } = useLingui();
  const [starts, setStarts] = useState(booking.startsAt);
  const [ends, setEnds] = useState(booking.endsAt);
  const [purpose, setPurpose] = useState(booking.purpose);
  const change = useMutation({
    mutationFn: () =>
      api.put<BookingView>(`/bookings/${booking.id}`, { starts, ends, purpose }, { ifMatch: booking.version }),
    onSuccess: async (changed) => {
      await bookingChanged(changed);
      onClose();
    },
  });
  const resourceId = booking.resources[0]?.id;
  return (
    <Modal opened onClose={onClose} title={t`Change this booking`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <FormRow>
          <DateTimeField label={t`From`} timeZone={booking.timeZone} value={starts} onChange={setStarts} required />
          <DateTimeField label={t`To`} timeZone={booking.timeZone} value={ends} onChange={setEnds} required />
        </FormRow>
        <Textarea
          label={t`What for`}
          autosize
          minRows={2}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <ProblemNote error={change.error} />
        {change.error && resourceId !== undefined && (
          <Alternatives
            resourceId={resourceId}
            minutes={hoursBetween(starts, ends) * 60}
            from={starts}
            onChoose={(start, end) => {
              setStarts(start);
              setEnds(end);
              change.reset();
            }}
          />
        )}
        <FormActions>
          <Button type="submit" variant="filled" loading={change.isPending}>
            <Trans>Change booking</Trans>
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </FormActions>
      </form>
    </Modal>
  );
}
