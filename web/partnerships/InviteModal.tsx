import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { OrganisationsField } from '../ui/OrganisationsField.tsx';
import { FormModal } from '../ui/FormModal.tsx';
import { partnershipChanged } from './partnership-query.ts';

/** Asks an organisation to join; it answers itself. */
export function InviteModal({ view, onClose }: { view: PartnershipDetail; onClose: () => void }) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<{ id: string; name: string }[]>([]);
  const [message, setMessage] = useState('');
  const organisation = chosen[0];
  const invite = async () => {
    const detail = await api.post<PartnershipDetail>(`/partnerships/${view.id}/requests`, {
      message,
      organisationId: organisation?.id,
    });
    partnershipChanged(detail);
  };
  return (
    <FormModal
      title={t`Invite an organisation`}
      submit={t`Send the invitation`}
      isWhole={organisation !== undefined}
      onSubmit={invite}
      onClose={onClose}
    >
      <OrganisationsField label={t`Organisation`} value={chosen} onChange={(value) => setChosen(value.slice(-1))} />
      <Textarea
        required
        withAsterisk={false}
        minRows={3}
        autosize
        label={t`Why should it join?`}
        description={t`Its coordinators read this and answer.`}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
    </FormModal>
  );
}
