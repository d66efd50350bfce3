import type { OrganisationView } from '@collegium/contract/organisations';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { OrganisationsField } from '../ui/OrganisationsField.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';

interface MergeModalProps {
  organisation: OrganisationView;
  onClose: () => void;
}

/** Merges an organisation into another; what follows is said before. */
export function MergeModal({ organisation, onClose }: MergeModalProps) {
  const { t } = useLingui();
  const { id, name, version } = organisation;
  const [chosen, setChosen] = useState<{ id: string; name: string }[]>([]);
  const [reason, setReason] = useState('');
  const successor = chosen[0];
  const merge = useMutation({
    mutationFn: () =>
      api.post<OrganisationView>(`/organisations/${id}/merge`, { intoId: successor?.id, reason }, { ifMatch: version }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t`Merge ${name} into another`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          merge.mutate();
        }}
      >
        <OrganisationsField
          label={t`Which organisation takes its place?`}
          value={chosen}
          onChange={(value) => setChosen(value.slice(-1))}
        />
        <ul className="consequences sub">
          <li>
            <Trans>People, offers, rounds, placements and equipment go on at the other organisation.</Trans>
          </li>
          <li>
            <Trans>
              Agreements in force bind the other one. What is under review or being signed begins anew as a draft.
            </Trans>
          </li>
          <li>
            <Trans>What both promised each other ends. What was signed keeps the old name.</Trans>
          </li>
          <li>
            <Trans>This cannot be undone.</Trans>
          </li>
        </ul>
        <Textarea
          required
          withAsterisk={false}
          autosize
          minRows={2}
          label={t`Why? It stands in the record of changes.`}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemNote error={merge.error} />
        <FormActions>
          <Button type="submit" variant="filled" disabled={!successor} loading={merge.isPending}>
            {successor ? t`Merge into ${successor.name}` : t`Merge`}
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </FormActions>
      </form>
    </Modal>
  );
}
