import type { BookingView } from '@collegium/contract/sharing/bookings';
import { TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { FormModal } from '../../ui/FormModal.tsx';
import { useBookingAct } from './useBookingAct.ts';

/** The code that hangs at the resource shows that somebody is there. */
export function CheckInModal({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const { t } = useLingui();
  const [code, setCode] = useState('');
  const arrive = useBookingAct(booking, 'check-in');
  return (
    <FormModal
      title={t`Check in`}
      submit={t`Check in`}
      isWhole={code.trim() !== ''}
      onSubmit={() => arrive.mutateAsync({ code: code.trim() })}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t`Code at the resource`}
        value={code}
        maxLength={20}
        autoComplete="off"
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </FormModal>
  );
}
