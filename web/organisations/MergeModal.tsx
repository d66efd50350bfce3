import type { OrganisationView } from '@collegium/contract/organisations';
import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { OrganisationsField } from '../ui/OrganisationsField.tsx';
import { FormModal } from '../ui/FormModal.tsx';

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
  const merge = async () => {
    await api.post<OrganisationView>(
      `/organisations/${id}/merge`,
      { intoId: successor?.id, reason },
      { ifMatch: version },
    );
    await queryClient.invalidateQueries();
  };
  return (
    <FormModal
      title={t`Merge ${name} into another`}
      submit={successor ? t`Merge into ${successor.name}` : t`Merge`}
      isWhole={successor !== undefined}
      onSubmit={merge}
      onClose={onClose}
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
    </FormModal>
  );
}
