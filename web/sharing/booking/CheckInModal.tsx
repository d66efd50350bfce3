import type { BookingView } from '@collegium/contract/sharing/bookings';
import { Button, Modal, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { FormActions } from '../../ui/FormActions.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { useBookingAct } from './useBookingAct.ts';

/** The code that hangs at the resource shows that somebody is there. */
export function CheckInModal({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const { t } = useLingui();
  const [code, setCode] = useState('');
  const arrive = useBookingAct(booking, 'check-in', onClose);
  return (
    <Modal opened onClose={onClose} title={t`Check in`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          arrive.mutate({ code: code.trim() });
        }}
      >
        <TextInput
          data-autofocus
          label={t`Code at the resource`}
          value={code}
          maxLength={20}
          autoComplete="off"
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <ProblemNote error={arrive.error} />
        <FormActions>
          <Button type="submit" variant="filled" loading={arrive.isPending} disabled={code.trim() === ''}>
            <Trans>Check in</Trans>
          </Button>
        </FormActions>
      </form>
    </Modal>
  );
}
