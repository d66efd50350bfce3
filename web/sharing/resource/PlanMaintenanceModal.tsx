import type { BookingView } from '@collegium/contract/sharing/bookings';
import type { ResourceView } from '@collegium/contract/sharing/resources';
import { TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { toast } from '../../ui/toast.ts';
import { bookingChanged } from '../queries.ts';

/** Keeps a resource free for its owner from one time to another; it is in service before and after. */
export function PlanMaintenanceModal({ resource, onClose }: { resource: ResourceView; onClose: () => void }) {
  const { t } = useLingui();
  const [starts, setStarts] = useState('');
  const [ends, setEnds] = useState('');
  const [purpose, setPurpose] = useState('');
  const plan = async () => {
    const resources = [{ resourceId: resource.id, quantity: resource.units }];
    const input = { kind: 'maintenance', resources, starts, ends, purpose };
    await bookingChanged(await api.post<BookingView>('/bookings', input));
    void toast(t`Maintenance is planned.`);
  };
  return (
    <FormModal
      title={t`Plan maintenance`}
      size="lg"
      submit={t`Plan maintenance`}
      isWhole={starts !== '' && ends !== ''}
      onSubmit={plan}
      onClose={onClose}
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
    </FormModal>
  );
}
