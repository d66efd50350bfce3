import type { PersonPage } from '@collegium/contract/people';
import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { useLingui } from '@lingui/react/macro';
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { partnershipChanged } from './partnership-query.ts';

const staff = ['coordinator', 'organisation_administrator', 'teacher', 'host_supervisor'];
const contact = 'contact';

/** Names somebody of one's own organisation: whom to ask, or a member of a working group. */
export function PersonModal({ view, onClose }: { view: PartnershipDetail; onClose: () => void }) {
  const { t } = useLingui();
  const { acting } = useSession();
  const organisationId = acting.organisation.id;
  const [values, setValues] = useState<{ personId: string | null; where: string; function: string }>({
    personId: null,
    where: contact,
    function: '',
  });
  const people = useQuery({
    queryKey: ['people', 'staff', organisationId],
    queryFn: ({ signal }) =>
      api.get<PersonPage>('/people', { query: { organisationId, role: staff, limit: 100 }, signal }),
  });
  // Somebody with two roles stands in the list twice.
  const names = new Map((people.data?.items ?? []).map(({ personId, name }) => [personId, name]));
  const add = async () => {
    const detail = await api.post<PartnershipDetail>(`/partnerships/${view.id}/people`, {
      personId: values.personId,
      groupId: values.where === contact ? null : values.where,
      function: values.function,
    });
    partnershipChanged(detail);
  };
  return (
    <FormModal
      title={t`Name somebody`}
      submit={t`Name them`}
      isWhole={values.personId !== null}
      onSubmit={add}
      onClose={onClose}
    >
      <Select
        searchable
        data-autofocus
        label={t`Person`}
        description={t`Of your own organisation; each member names its own people.`}
        data={[...names].map(([value, label]) => ({ value, label }))}
        value={values.personId}
        onChange={(personId) => setValues({ ...values, personId })}
      />
      <Select
        label={t`As what?`}
        allowDeselect={false}
        data={[
          { value: contact, label: t`Whom to ask` },
          ...view.groups.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={values.where}
        onChange={(where) => setValues({ ...values, where: where ?? contact })}
      />
      <TextInput
        maxLength={200}
        label={t`Function`}
        value={values.function}
        onChange={(event) => setValues({ ...values, function: event.currentTarget.value })}
      />
    </FormModal>
  );
}
