import type { OrganisationView } from '@collegium/contract/organisations';
import { roles, type Role } from '@collegium/contract/roles';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { showProblem } from '../api/form.ts';
import { queryClient } from '../api/query-client.ts';
import { useSession } from '../api/session.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { asRole } from '../shell/roleNames.ts';
import { toast } from '../ui/toast.ts';

interface Invitation extends Record<string, unknown> {
  name: string;
  email: string;
  role: Role;
  unitId: string | null;
}

/** Makes somebody a member; they hear of it by mail. */
export function InviteModal({ organisation, onClose }: { organisation: OrganisationView; onClose: () => void }) {
  const { t } = useLingui();
  const isNetworkAdministrator = useSession().acting.role === 'network_administrator';
  const [problem, setProblem] = useState<unknown>();
  const form = useForm<Invitation>({ initialValues: { name: '', email: '', role: 'learner', unitId: null } });
  const invite = useMutation({
    mutationFn: (values: Invitation) => api.post(`/organisations/${organisation.id}/invitations`, values),
    onSuccess: async (_, { name }) => {
      await queryClient.invalidateQueries({ queryKey: ['people'] });
      void toast(t`${name} is a member now and was told by mail.`);
      onClose();
    },
    onError: (error) => setProblem(showProblem(form, error)),
  });
  const offered = roles.filter((role) => isNetworkAdministrator || role !== 'network_administrator');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Invite somebody to ${organisation.name}`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <form className="form" onSubmit={form.onSubmit((values) => invite.mutate(values))}>
        <TextInput
          data-autofocus
          label={t`Name`}
          required
          withAsterisk={false}
          maxLength={400}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t`E-mail`}
          type="email"
          required
          withAsterisk={false}
          maxLength={254}
          {...form.getInputProps('email')}
        />
        <Select
          label={t`Role`}
          data={offered.map((role) => ({ value: role, label: t(asRole[role]) }))}
          {...form.getInputProps('role')}
        />
        {organisation.units.length > 0 && (
          <Select
            label={t`Unit`}
            clearable
            data={organisation.units.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('unitId')}
          />
        )}
        <ProblemNote error={problem} />
        <FormActions>
          <Button type="submit" variant="filled" loading={invite.isPending}>
            <Trans>Invite</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </FormActions>
      </form>
    </Modal>
  );
}
