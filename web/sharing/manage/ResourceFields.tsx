import type { ResourceView } from '@collegium/contract/sharing/resources';
import { circles, personServices, resourceKinds, sharedAs } from '@collegium/contract/sharing/terms';
import { MultiSelect, NumberInput, SegmentedControl, Select, TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { itemsOf } from '../../api/pages.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { FormRow } from '../../ui/FormRow.tsx';
import { LocalisedField } from '../../ui/LocalisedField.tsx';
import { UnitField } from '../../ui/UnitField.tsx';
import { countryCodes } from '../../ui/country-codes.ts';
import { useCountryName } from '../../ui/useCountryName.ts';
import { useCalendarResources } from '../calendar/useCalendarResources.ts';
import { circleNames, personServiceNames, resourceKindNames, sharedAsName } from '../names.ts';
import { qualificationsQuery } from '../queries.ts';
import { AgreementsField } from './AgreementsField.tsx';
import { ExceptionFields } from './ExceptionFields.tsx';
import { OpeningFields } from './OpeningFields.tsx';
import { RuleFields } from './RuleFields.tsx';
import { OffersField } from './OffersField.tsx';
import { TermFields } from './TermFields.tsx';
import { TitleFields } from './TitleFields.tsx';
import type { ResourceValues } from './values.ts';

interface ResourceFieldsProps {
  form: UseFormReturnType<ResourceValues>;
  /** As it stands; undefined while it is new. */
  resource: ResourceView | undefined;
}

/** What a resource is, where, and how it may be booked. */
export function ResourceFields({ form, resource }: ResourceFieldsProps) {
  const { t } = useLingui();
  const { text } = useFormat();
  const countryName = useCountryName();
  const { person, acting } = useSession();
  const { values } = form;
  const resources = useCalendarResources({ own: true });
  const qualifications = itemsOf(useInfiniteQuery(qualificationsQuery()).data);
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
      <UnitField organisationId={acting.organisation.id} {...form.getInputProps('unitId')} value={values.unitId} />
      {values.kind === 'person_time' && (
        <MultiSelect
          label={t`What the hours may be booked for`}
          data={personServices.map((value) => ({ value, label: t(personServiceNames[value]) }))}
          {...form.getInputProps('services')}
        />
      )}
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
      <TagsInput label={t`Skills it serves`} {...form.getInputProps('skills')} />
      <OffersField
        served={resource?.serves ?? []}
        organisationId={acting.organisation.id}
        {...form.getInputProps('offerIds')}
      />
      <TagsInput label={t`Accessories`} {...form.getInputProps('accessories')} />
      <FormRow>
        <TextInput label={t`Address`} maxLength={400} {...form.getInputProps('address')} />
        <TextInput label={t`City`} maxLength={200} {...form.getInputProps('city')} />
      </FormRow>
      <FormRow>
        <Select
          label={t`Country`}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t`No country` }}
          limit={60}
          data={countryCodes.map((code) => ({ value: code, label: countryName(code) }))}
          {...form.getInputProps('country')}
        />
        <Select
          label={t`Time zone`}
          searchable
          allowDeselect={false}
          data={timeZones}
          {...form.getInputProps('timeZone')}
        />
      </FormRow>
      <FormRow>
        <NumberInput label={t`Latitude`} min={-90} max={90} {...form.getInputProps('latitude')} />
        <NumberInput label={t`Longitude`} min={-180} max={180} {...form.getInputProps('longitude')} />
      </FormRow>
      {(values.kind === 'online_resource' || values.kind === 'collection') && <TitleFields form={form} />}
      <FormRow>
        <Select
          label={t`Shared as`}
          allowDeselect={false}
          data={sharedAs.map((value) => ({ value, label: t(sharedAsName(values.kind, value)) }))}
          {...form.getInputProps('sharedAs')}
        />
        {values.sharedAs !== 'whole' && (
          <NumberInput label={t`How many`} min={1} max={10_000} allowDecimal={false} {...form.getInputProps('units')} />
        )}
      </FormRow>
      <div className="field">
        <span className="field-label" id="audience">{t`Who may book`}</span>
        <SegmentedControl
          aria-labelledby="audience"
          data={circles.map((value) => ({ value, label: t(circleNames[value]) }))}
          {...form.getInputProps('audience')}
        />
      </div>
      {values.audience !== 'own' && (
        <AgreementsField
          named={resource?.agreements ?? []}
          organisationId={acting.organisation.id}
          {...form.getInputProps('agreementIds')}
        />
      )}
      <MultiSelect
        label={t`Booked with it`}
        description={t`Whoever books this books these as well.`}
        searchable
        data={[...resources.known.values()].map(({ id, name }) => ({ value: id, label: text(name) }))}
        {...form.getInputProps('partIds')}
      />
      <MultiSelect
        label={t`Training passports needed`}
        searchable
        data={qualifications.map(({ id, name, owner }) => ({ value: id, label: t`${text(name)}, ${owner.name}` }))}
        {...form.getInputProps('qualificationIds')}
      />
      <OpeningFields form={form} />
      <ExceptionFields form={form} />
      <RuleFields form={form} />
      <TermFields form={form} />
    </>
  );
}

const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
