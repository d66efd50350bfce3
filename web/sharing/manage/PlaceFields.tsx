import { NumberInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { FormRow } from '../../ui/FormRow.tsx';
import { countryCodes } from '../../ui/country-codes.ts';
import { useCountryName } from '../../ui/useCountryName.ts';
import type { ResourceValues } from './values.ts';

/** Where a resource is, and by which clock it is opened and booked. */
export function PlaceFields({ form }: { form: UseFormReturnType<ResourceValues> }) {
  const { t } = useLingui();
  const countryName = useCountryName();
  return (
    <fieldset className="line-set form wide-form">
      <legend>{t`Where it is`}</legend>
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
      <div>
        <FormRow>
          <NumberInput label={t`Latitude`} min={-90} max={90} {...form.getInputProps('latitude')} />
          <NumberInput label={t`Longitude`} min={-180} max={180} {...form.getInputProps('longitude')} />
        </FormRow>
        <p className="cap">{t`With both, the page links to a map, and people find it when they look near a place.`}</p>
      </div>
    </fieldset>
  );
}

const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
