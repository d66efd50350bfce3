import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { useLingui } from '@lingui/react/macro';
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { partnershipChanged } from './partnership-query.ts';

interface GroupModalProps {
  view: PartnershipDetail;
  /** The group to change; a new one without. */
  group?: PartnershipDetail['groups'][number] | undefined;
  onClose: () => void;
}

/** Makes or renames a working group; people are named into it afterwards, each by their own organisation. */
export function GroupModal({ view, group, onClose }: GroupModalProps) {
  const { t } = useLingui();
  const [values, setValues] = useState({ name: group?.name ?? '', purpose: group?.purpose ?? '' });
  const save = async () => {
    const detail = group
      ? await api.put<PartnershipDetail>(`/partnership-groups/${group.id}`, values, { ifMatch: group.version })
      : await api.post<PartnershipDetail>(`/partnerships/${view.id}/groups`, values);
    partnershipChanged(detail);
  };
  return (
    <FormModal
      title={group ? t`Change ${group.name}` : t`Make a working group`}
      submit={group ? t`Save changes` : t`Make the group`}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        required
        withAsterisk={false}
        data-autofocus
        maxLength={200}
        label={t`Name`}
        value={values.name}
        onChange={(event) => setValues({ ...values, name: event.currentTarget.value })}
      />
      <Textarea
        autosize
        minRows={2}
        maxLength={2_000}
        label={t`What is it for?`}
        value={values.purpose}
        onChange={(event) => setValues({ ...values, purpose: event.currentTarget.value })}
      />
    </FormModal>
  );
}
