import { personServices, resourceKinds } from '@collegium/contract/sharing/terms';
import { MultiSelect, Select, TagsInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useSession } from '../../api/session.ts';
import { LocalisedField } from '../../ui/LocalisedField.tsx';
import { UnitField } from '../../ui/UnitField.tsx';
import { personServiceNames, resourceKindNames } from '../names.ts';
import { OffersField } from './OffersField.tsx';
import { PartsField } from './PartsField.tsx';
import type { ResourceFieldsProps } from './ResourceFields.tsx';
import { TitleFields } from './TitleFields.tsx';
import type { ResourceValues } from './values.ts';

/** What a resource is, whose, what for, and what comes with it. */
export function WhatFields({ form, resource }: ResourceFieldsProps) {
  const { t } = useLingui();
  const { person, acting } = useSession();
  const { values } = form;
  return (
    <>
      <Select
        label={t`Kind`}
        allowDeselect={false}
        data={resourceKinds.map((kind) => ({ value: kind, label: t(resourceKindNames[kind].name) }))}
        {...form.getInputProps('kind')}
        onChange={(kind) => {
          form.setFieldValue('kind', (kind ?? 'laboratory') as ResourceValues['kind']);
          form.setFieldValue('personId', kind === 'person_time' ? (values.personId ?? person.id) : null);
        }}
      />
      <LocalisedField
        label={t`Name`}
        isRequired
        value={values.name}
        onChange={(name) => form.setFieldValue('name', name)}
        error={form.errors['name']}
      />
      <LocalisedField
        label={t`What it is and does`}
        isLong
        value={values.description}
        onChange={(description) => form.setFieldValue('description', description)}
        error={form.errors['description']}
      />
      <UnitField organisationId={acting.organisation.id} {...form.getInputProps('unitId')} value={values.unitId} />
      {values.kind === 'person_time' && (
        <MultiSelect
          label={t`What the hours may be booked for`}
          data={personServices.map((value) => ({ value, label: t(personServiceNames[value]) }))}
          {...form.getInputProps('services')}
        />
      )}
      {(values.kind === 'online_resource' || values.kind === 'collection') && <TitleFields form={form} />}
      <TagsInput
        label={t`Skills it serves`}
        description={t`What people learn or do with it; Enter after each.`}
        {...form.getInputProps('skills')}
      />
      <OffersField
        served={resource?.serves ?? []}
        organisationId={acting.organisation.id}
        {...form.getInputProps('offerIds')}
      />
      <TagsInput
        label={t`Accessories`}
        description={t`What lies beside it and is not booked by itself; Enter after each.`}
        {...form.getInputProps('accessories')}
      />
      <PartsField resource={resource} {...form.getInputProps('partIds')} />
    </>
  );
}
