import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { agreementChanged } from '../agreement-query.ts';
import { OrganisationField } from '../OrganisationField.tsx';
import type { ChosenOrganisation } from '../../ui/useFoundOrganisations.ts';

/** Brings another organisation into the negotiation of the draft. */
export function AddParty({ view, onClose }: { view: AgreementView; onClose: () => void }) {
  const { t } = useLingui();
  const [party, setParty] = useState<ChosenOrganisation | null>(null);
  const add = useMutation({
    mutationFn: () => api.post(`/agreements/${view.id}/draft/parties`, { organisationId: party?.id }),
    onSuccess: async () => {
      await agreementChanged();
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t`Bring in another party`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <p className="sub">
          {view.inForce
            ? t`Its people read this draft and edit it with you. It is bound once all have signed this version and it is in force; until then version ${view.inForce.number} stays as it is.`
            : t`Its people read this draft and edit it with you. It is bound once all have signed.`}
        </p>
        <OrganisationField
          label={t`Which organisation`}
          value={party}
          onChange={setParty}
          without={view.parties.filter(({ leftOn }) => leftOn === null).map(({ organisationId }) => organisationId)}
        />
        <ProblemNote error={add.error} />
        <FormActions>
          <Button type="submit" variant="filled" loading={add.isPending} disabled={!party}>
            <Trans>Bring it in</Trans>
          </Button>
        </FormActions>
      </form>
    </Modal>
  );
}
