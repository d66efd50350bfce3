import type { SignatoryView, SigningView } from '@collegium/contract/agreements/signing';
import { useLingui } from '@lingui/react/macro';
import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { toast } from '../../ui/toast.ts';
import { useStaff } from '../useStaff.ts';
import { signingChanged } from './signing-query.ts';

interface DelegatesProps {
  view: SigningView;
  signatory: SignatoryView;
  onClose: () => void;
}

/** Names who may sign in the person’s place, for instance while they are away. */
export function Delegates({ view, signatory, onClose }: DelegatesProps) {
  const { t } = useLingui();
  const { organisation, person } = signatory;
  const [chosen, setChosen] = useState(() => signatory.delegates.map(({ id }) => id));
  const people = useStaff(organisation.id).filter(({ value }) => value !== person?.id);
  const save = async () => {
    await api.put(`/signatories/${signatory.id}/delegates`, { personIds: chosen });
    void toast(chosen.length > 0 ? t`The delegates may sign from now on.` : t`Nobody else may sign any more.`);
    await signingChanged(view.agreementId);
  };
  const name = person?.name ?? organisation.name;
  return (
    <FormModal title={t`Who may sign for ${name}?`} submit={t`Name the delegates`} onSubmit={save} onClose={onClose}>
      <MultiSelect
        label={t`Delegates`}
        description={t`One signature suffices: of ${name} or of one of them. Each signs in their own name and function.`}
        searchable
        data={people}
        value={chosen}
        onChange={setChosen}
        maxValues={10}
      />
    </FormModal>
  );
}
