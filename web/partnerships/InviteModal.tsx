import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { OrganisationsField } from '../ui/OrganisationsField.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { partnershipChanged } from './partnership-query.ts';

/** Asks an organisation to join; it answers itself. */
export function InviteModal({ view, onClose }: { view: PartnershipDetail; onClose: () => void }) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<{ id: string; name: string }[]>([]);
  const [message, setMessage] = useState('');
  const organisation = chosen[0];
  const invite = useMutation({
    mutationFn: () =>
      api.post<PartnershipDetail>(`/partnerships/${view.id}/requests`, { message, organisationId: organisation?.id }),
    onSuccess: (detail) => {
      partnershipChanged(detail);
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t`Invite an organisation`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate();
        }}
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
        <ProblemNote error={invite.error} />
        <FormActions>
          <Button type="submit" variant="filled" disabled={!organisation} loading={invite.isPending}>
            <Trans>Send the invitation</Trans>
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </FormActions>
      </form>
    </Modal>
  );
}
