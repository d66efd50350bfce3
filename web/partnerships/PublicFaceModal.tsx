import { publicFields, type PublicField } from '@collegium/contract/partnerships/terms';
import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { FormModal } from '../ui/FormModal.tsx';

/** Chooses field by field what people outside the partnership read, and whether organisations may apply. */
export function PublicFaceModal({ view, onClose }: { view: PartnershipDetail; onClose: () => void }) {
  const { t } = useLingui();
  const [shown, setShown] = useState<string[]>(view.publicFields);
  const [isOpen, setOpen] = useState(view.isOpen);
  const names: Record<PublicField, string> = {
    purpose: t`Purpose`,
    goals: t`Goals`,
    members: t`Members`,
    offers: t`What they offer and look for`,
    agreements: t`Titles and states of agreements`,
    contacts: t`Whom to ask`,
  };
  const save = async () => {
    const members = view.members.filter(({ leftOn }) => leftOn === null);
    const { name, model, purpose } = view;
    const organisationIds = members.map(({ organisation }) => organisation.id);
    const chosen = publicFields.filter((field) => shown.includes(field));
    await api.put(
      `/partnerships/${view.id}`,
      { name, model, purpose, organisationIds, publicFields: chosen, isOpen },
      { ifMatch: view.version },
    );
    await queryClient.invalidateQueries({ queryKey: ['partnerships', view.id] });
  };
  return (
    <FormModal title={t`What may others see?`} submit={t`Save the choice`} onSubmit={save} onClose={onClose}>
      <Checkbox.Group
        label={t`Everybody may read`}
        description={t`Nothing chosen: to people outside, this partnership has no page.`}
        value={shown}
        onChange={setShown}
      >
        <div className="choices">
          {publicFields.map((field) => (
            <Checkbox key={field} value={field} label={names[field]} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox
        label={t`Organisations may apply to join`}
        checked={isOpen}
        onChange={(event) => setOpen(event.currentTarget.checked)}
      />
    </FormModal>
  );
}
