import type { OrganisationView } from '@collegium/contract/organisations';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { Section } from '../ui/Section.tsx';
import { unitTree, type UnitNode } from './unit-tree.ts';

/** Faculties, departments, plants: the tree below an organisation. */
export function Units({ organisation }: { organisation: OrganisationView }) {
  const { t } = useLingui();
  const canChange = organisation.abilities.addUnit;
  if (organisation.units.length === 0 && !canChange) return null;
  return (
    <Section title={t`Units`}>
      {organisation.units.length === 0 && (
        <p className="sub">
          <Trans>No faculty, department or plant yet. Offers can belong to a unit.</Trans>
        </p>
      )}
      <UnitList nodes={unitTree(organisation.units)} organisation={organisation} />
      {canChange && <AddUnit organisation={organisation} />}
    </Section>
  );
}

function UnitList({ nodes, organisation }: { nodes: UnitNode[]; organisation: OrganisationView }) {
  return (
    <ul className="units">
      {nodes.map((node) => (
        <li key={node.id}>
          <Unit node={node} organisation={organisation} />
          {node.children.length > 0 && <UnitList nodes={node.children} organisation={organisation} />}
        </li>
      ))}
    </ul>
  );
}

function Unit({ node, organisation }: { node: UnitNode; organisation: OrganisationView }) {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const archive = useMutation({
    mutationFn: () => api.delete<OrganisationView>(`/organisations/${organisation.id}/units/${node.id}`),
    onSuccess: (changed) => {
      setAsking(false);
      queryClient.setQueryData(['organisations', organisation.id], changed);
    },
  });
  return (
    <div className="unit">
      <span>{node.name}</span>
      {organisation.abilities.change && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => setAsking(true)}
          aria-label={t`Take out of use: ${node.name}`}
        >
          <Trans>Take out of use</Trans>
        </Button>
      )}
      {isAsking && (
        <ConfirmModal
          title={t`Take “${node.name}” out of use?`}
          consequence={t`It can no longer be chosen for new offers. Offers and people that have it keep its name.`}
          confirmLabel={t`Take unit out of use`}
          isPending={archive.isPending}
          error={archive.error}
          onConfirm={() => archive.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

function AddUnit({ organisation }: { organisation: OrganisationView }) {
  const { t } = useLingui();
  const form = useForm({ initialValues: { name: '', parentId: null as string | null } });
  const add = useMutation({
    mutationFn: (values: typeof form.values) =>
      api.post<OrganisationView>(`/organisations/${organisation.id}/units`, values),
    onSuccess: (changed) => {
      form.reset();
      queryClient.setQueryData(['organisations', organisation.id], changed);
    },
  });
  return (
    <form className="inline-form" onSubmit={form.onSubmit((values) => add.mutate(values))}>
      <TextInput
        label={t`New unit`}
        placeholder={t`Faculty of …`}
        required
        withAsterisk={false}
        maxLength={400}
        {...form.getInputProps('name')}
      />
      {organisation.units.length > 0 && (
        <Select
          label={t`Below`}
          placeholder={t`The organisation itself`}
          clearable
          searchable
          data={organisation.units.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('parentId')}
        />
      )}
      <Button type="submit" loading={add.isPending}>
        <Trans>Add unit</Trans>
      </Button>
      <ProblemNote error={add.error} />
    </form>
  );
}
