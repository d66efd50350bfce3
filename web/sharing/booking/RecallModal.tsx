import type { BookingView } from '@collegium/contract/sharing/bookings';
import { Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
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
  const recall = useBookingAct(booking, 'recall');
  return (
    <FormModal
      title={t`Call it back`}
      submit={t`Call back`}
      isWhole={reason.trim() !== ''}
      onSubmit={() => recall.mutateAsync({ ends, reason: reason.trim() })}
      onClose={onClose}
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
    </FormModal>
  );
}
