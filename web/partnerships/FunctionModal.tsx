import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { partnershipChanged } from './partnership-query.ts';

interface FunctionModalProps {
  view: PartnershipDetail;
  person: PartnershipDetail['people'][number];
  onClose: () => void;
}

/** Says anew what somebody of own organisation does in the partnership. */
export function FunctionModal({ view, person, onClose }: FunctionModalProps) {
  const { t } = useLingui();
  const [value, setValue] = useState(person.function);
  const save = async () => {
    const detail = await api.put<PartnershipDetail>(`/partnerships/${view.id}/people/${person.id}`, {
      function: value.trim(),
    });
    partnershipChanged(detail);
  };
  return (
    <FormModal title={person.name} submit={t`Save changes`} onSubmit={save} onClose={onClose}>
      <TextInput
        data-autofocus
        maxLength={200}
        label={t`Function`}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
    </FormModal>
  );
}
