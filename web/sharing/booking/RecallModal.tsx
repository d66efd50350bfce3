import type { BookingView } from '@collegium/contract/sharing/bookings';
import { Button, Modal, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormActions } from '../../ui/FormActions.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { useNow } from '../useNow.ts';
import { useBookingAct } from './useBookingAct.ts';

const hourMs = 3_600_000;
const weekMs = 168 * hourMs;

/** In a week, or half-way to when it is due, at a full hour. */
function usualReturn(now: number, due: number): Date {
  const sooner = Math.min(now + weekMs, (now + due) / 2);
  return new Date(Math.min(Math.ceil(sooner / hourMs) * hourMs, due - 60_000));
}

/** Calls something back before it is due; its holder reads when, and why. */
export function RecallModal({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const { t } = useLingui();
  const now = useNow().getTime();
  const [ends, setEnds] = useState(() => usualReturn(now, Date.parse(booking.endsAt)).toISOString());
  const [reason, setReason] = useState('');
  const recall = useBookingAct(booking, 'recall', onClose);
  return (
    <Modal opened onClose={onClose} title={t`Call it back`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          recall.mutate({ ends, reason: reason.trim() });
        }}
      >
        <p className="sub">
          <Trans>{booking.holder.name} is told, with your reason, to return it by then.</Trans>
        </p>
        <DateTimeField label={t`Return by`} timeZone={booking.timeZone} value={ends} onChange={setEnds} required />
        <Textarea
          label={t`Why? The holder reads this.`}
          required
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemNote error={recall.error} />
        <FormActions>
          <Button type="submit" variant="filled" loading={recall.isPending} disabled={reason.trim() === ''}>
            <Trans>Call back</Trans>
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </FormActions>
      </form>
    </Modal>
  );
}
