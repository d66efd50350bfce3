import type { PersonPage } from '@collegium/contract/people';
import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
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
  const add = useMutation({
    mutationFn: () =>
      api.post<PartnershipDetail>(`/partnerships/${view.id}/people`, {
        personId: values.personId,
        groupId: values.where === contact ? null : values.where,
        function: values.function,
      }),
    onSuccess: (detail) => {
      partnershipChanged(detail);
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t`Name somebody`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
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
        <ProblemNote error={add.error} />
        <FormActions>
          <Button type="submit" variant="filled" disabled={values.personId === null} loading={add.isPending}>
            <Trans>Name them</Trans>
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </FormActions>
      </form>
    </Modal>
  );
}
