import type { BookingView } from '@collegium/contract/sharing/bookings';
import { Button, Modal, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { bookingChanged } from '../queries.ts';
import { Alternatives } from './Alternatives.tsx';
import { TimeFields } from './TimeFields.tsx';
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
  const resourceIds = booking.resources.filter(({ isPart }) => !isPart).map(({ id }) => id);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t`Change this booking`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <TimeFields
          starts={starts}
          ends={ends}
          timeZone={booking.timeZone}
          onChange={(start, end) => {
            setStarts(start);
            setEnds(end);
            change.reset();
          }}
        />
        <Textarea
          label={t`What for`}
          autosize
          minRows={2}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        {change.error && (
          <Alternatives
            resourceIds={resourceIds}
            minutes={hoursBetween(starts, ends) * 60}
            from={starts}
            error={change.error}
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
