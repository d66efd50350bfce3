import type { PartnershipInput } from '@collegium/contract/partnerships';
import { memberRoles, partnershipModels, type MemberRole } from '@collegium/contract/partnerships/terms';
import { useLingui } from '@lingui/react/macro';
import { Button, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { showProblem } from '../api/form.ts';
import { useSession } from '../api/session.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { OrganisationsField } from '../ui/OrganisationsField.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { ownUnitsQuery } from './partnership-query.ts';
import { modelNames, roleNames } from './words.ts';

/** What is entered about a partnership; roles and names by organisation. */
export interface PartnershipEntry {
  name: string;
  model: PartnershipInput['model'];
  purpose: string;
  organisations: { id: string; name: string }[];
  roles: Record<string, MemberRole>;
  unitIds: string[];
}

interface PartnershipFormProps {
  initial: PartnershipEntry;
  isNew?: boolean;
  submitLabel: string;
  save: (input: PartnershipInput) => Promise<{ id: string }>;
  onSaved: (saved: { id: string }) => Promise<void>;
}

/** Name, model, purpose, who belongs to it in which role, and with which units one's own organisation takes part. */
export function PartnershipForm({ initial, isNew = false, submitLabel, save, onSaved }: PartnershipFormProps) {
  const { t } = useLingui();
  const { acting } = useSession();
  const [problem, setProblem] = useState<unknown>();
  const form = useForm({ initialValues: { ...initial } });
  const { organisations, roles } = form.values;
  const units = useQuery(ownUnitsQuery(acting.organisation.id));
  const mutation = useMutation({
    mutationFn: ({ organisations: chosen, roles: given, ...rest }: PartnershipEntry) =>
      save({
        ...rest,
        organisationIds: chosen.map(({ id }) => id),
        roles: Object.fromEntries(chosen.map(({ id }) => [id, given[id] ?? 'partner'])),
      }),
    onSuccess: onSaved,
    onError: (error) => setProblem(showProblem(form, error)),
  });
  return (
    <form className="form" onSubmit={form.onSubmit((values) => mutation.mutate(values))}>
      <TextInput label={t`Name`} required withAsterisk={false} maxLength={400} {...form.getInputProps('name')} />
      <Select
        label={t`Model`}
        allowDeselect={false}
        data={partnershipModels.map((value) => ({ value, label: t(modelNames[value]) }))}
        {...form.getInputProps('model')}
      />
      <Textarea
        label={t`Purpose`}
        description={t`What you work to together, in a few sentences`}
        autosize
        minRows={3}
        maxLength={5_000}
        {...form.getInputProps('purpose')}
      />
      <OrganisationsField
        label={t`Members`}
        hint={
          isNew
            ? t`At least two. Each is invited and is a member once it accepts; your purpose is what it reads.`
            : t`Whoever you add is invited first. Whoever you take out leaves today; what was is kept.`
        }
        value={organisations}
        onChange={(value) => form.setFieldValue('organisations', value)}
        error={form.errors['organisationIds']}
      />
      {organisations.length > 0 && (
        <fieldset className="member-roles">
          <legend className="cap">{t`As what?`}</legend>
          {organisations.map(({ id, name }) => (
            <Select
              key={id}
              label={name}
              allowDeselect={false}
              value={roles[id] ?? 'partner'}
              data={memberRoles.map((value) => ({ value, label: t(roleNames[value]) }))}
              onChange={(role) => form.setFieldValue('roles', { ...roles, [id]: role ?? 'partner' })}
            />
          ))}
        </fieldset>
      )}
      {units.data && units.data.length > 0 && (
        <MultiSelect
          label={t`Units of your organisation that take part`}
          description={t`None chosen: the whole organisation`}
          data={units.data.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('unitIds')}
        />
      )}
      <ProblemNote error={problem} />
      <FormActions>
        <Button type="submit" variant="filled" loading={mutation.isPending}>
          {submitLabel}
        </Button>
      </FormActions>
    </form>
  );
}
