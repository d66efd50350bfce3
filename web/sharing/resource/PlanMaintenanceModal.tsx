import type { BookingView } from '@collegium/contract/sharing/bookings';
import type { ResourceView } from '@collegium/contract/sharing/resources';
import { Button, Modal, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormActions } from '../../ui/FormActions.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { toast } from '../../ui/toast.ts';
import { bookingChanged } from '../queries.ts';

/** Keeps a resource free for its owner from one time to another; it is in service before and after. */
export function PlanMaintenanceModal({ resource, onClose }: { resource: ResourceView; onClose: () => void }) {
  const { t } = useLingui();
  const [starts, setStarts] = useState('');
  const [ends, setEnds] = useState('');
  const [purpose, setPurpose] = useState('');
  const plan = useMutation({
    mutationFn: () =>
      api.post<BookingView>('/bookings', {
        kind: 'maintenance',
        resources: [{ resourceId: resource.id, quantity: resource.units }],
        starts,
        ends,
        purpose,
      }),
    onSuccess: async (booking) => {
      await bookingChanged(booking);
      void toast(t`Maintenance is planned.`);
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} size="lg" title={t`Plan maintenance`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          plan.mutate();
        }}
      >
        <p className="sub">
          <Trans>Nobody can book it in this time. Where somebody has, move or cancel that first.</Trans>
        </p>
        <FormRow>
          <DateTimeField label={t`From`} required timeZone={resource.timeZone} value={starts} onChange={setStarts} />
          <DateTimeField label={t`To`} required timeZone={resource.timeZone} value={ends} onChange={setEnds} />
        </FormRow>
        <TextInput
          label={t`What is done? Everybody who looks at the calendar reads this.`}
          required
          maxLength={2_000}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <ProblemNote error={plan.error} />
        <FormActions>
          <Button type="submit" variant="filled" loading={plan.isPending} disabled={starts === '' || ends === ''}>
            <Trans>Plan maintenance</Trans>
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </FormActions>
      </form>
    </Modal>
  );
}
