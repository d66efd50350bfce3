import type { AgreementView } from '@collegium/contract/agreements/views';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { agreementChanged } from '../agreement-query.ts';
import { OrganisationField } from '../OrganisationField.tsx';
import type { ChosenOrganisation } from '../../ui/useFoundOrganisations.ts';

/** Brings another organisation into the negotiation of the draft. */
export function AddParty({ view, onClose }: { view: AgreementView; onClose: () => void }) {
  const { t } = useLingui();
  const [party, setParty] = useState<ChosenOrganisation | null>(null);
  const add = async () => {
    await api.post(`/agreements/${view.id}/draft/parties`, { organisationId: party?.id });
    await agreementChanged();
  };
  return (
    <FormModal
      title={t`Bring in another party`}
      submit={t`Bring it in`}
      isWhole={party !== undefined}
      onSubmit={add}
      onClose={onClose}
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
    </FormModal>
  );
}
