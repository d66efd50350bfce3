import type { OrganisationInput, OrganisationView } from '@collegium/contract/organisations';
import { organisationKinds } from '@collegium/contract/organisation-kinds';
import { useLingui } from '@lingui/react/macro';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { showProblem } from '../api/form.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { LocalisedField } from '../ui/LocalisedField.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { countryCodes } from '../ui/country-codes.ts';
import { organisationKindNames } from './organisation-kind-names.ts';
import { useCountryName } from '../ui/useCountryName.ts';

interface OrganisationFormProps {
  initial: OrganisationInput;
  submitLabel: string;
  save: (input: OrganisationInput) => Promise<OrganisationView>;
  onSaved: (organisation: OrganisationView) => Promise<void>;
}

/** Braces in a text would be read as a gap of the text itself. */
const urlGap = '{url}';
const resolverExample = `https://proxy.example.edu/login?qurl=${urlGap}`;

/** What is recorded of an organisation. */
export function OrganisationForm({ initial, submitLabel, save, onSaved }: OrganisationFormProps) {
  const { t } = useLingui();
  const countryName = useCountryName();
  const [problem, setProblem] = useState<unknown>();
  const form = useForm({
    initialValues: {
      ...initial,
      country: initial.country ?? null,
      city: initial.city ?? '',
      website: initial.website ?? '',
      description: initial.description ?? {},
      linkResolver: initial.linkResolver ?? '',
      openUrlBase: initial.openUrlBase ?? '',
    },
  });
  const mutation = useMutation({
    mutationFn: ({ city, website, linkResolver, openUrlBase, ...rest }: typeof form.values) =>
      save({
        ...rest,
        city: city || null,
        website: website || null,
        linkResolver: linkResolver.trim() || null,
        openUrlBase: openUrlBase.trim() || null,
      }),
    onSuccess: onSaved,
    onError: (error) => setProblem(showProblem(form, error)),
  });
  return (
    <form className="form" onSubmit={form.onSubmit((values) => mutation.mutate(values))}>
      <TextInput label={t`Name`} required withAsterisk={false} maxLength={400} {...form.getInputProps('name')} />
      <FormRow>
        <Select
          label={t`Kind`}
          data={organisationKinds.map((value) => ({ value, label: t(organisationKindNames[value]) }))}
          {...form.getInputProps('kind')}
        />
        <TextInput
          label={t`Short mark`}
          description={t`Up to four characters, shown in its square.`}
          required
          withAsterisk={false}
          maxLength={4}
          {...form.getInputProps('shortMark')}
        />
      </FormRow>
      <FormRow>
        <Select
          label={t`Country`}
          searchable
          clearable
          limit={60}
          data={countryCodes.map((code) => ({ value: code, label: countryName(code) }))}
          {...form.getInputProps('country')}
        />
        <TextInput label={t`City`} maxLength={200} {...form.getInputProps('city')} />
      </FormRow>
      <TextInput label={t`Website`} placeholder="https://" maxLength={500} {...form.getInputProps('website')} />
      <LocalisedField
        label={t`About`}
        isLong
        value={form.values.description}
        onChange={(description) => form.setFieldValue('description', description)}
        error={form.errors['description']}
      />
      <fieldset className="line-set">
        <legend>{t`Library`}</legend>
        <TextInput
          label={t`Link resolver or proxy`}
          description={t`Your people open online resources through it. The encoded address goes where ${urlGap} stands, or at the end: ${resolverExample}`}
          maxLength={500}
          {...form.getInputProps('linkResolver')}
        />
        <TextInput
          mt="md"
          label={t`OpenURL address`}
          description={t`Where your library finds titles by ISBN, ISSN or DOI (OpenURL 1.0).`}
          maxLength={500}
          {...form.getInputProps('openUrlBase')}
        />
      </fieldset>
      <ProblemNote error={problem} />
      <FormActions>
        <Button type="submit" variant="filled" loading={mutation.isPending}>
          {submitLabel}
        </Button>
      </FormActions>
    </form>
  );
}
