import type { ResourceView } from '@collegium/contract/sharing/resources';
import { personServices } from '@collegium/contract/sharing/terms';
import { MultiSelect, NumberInput, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { useCalendarResources } from '../calendar/useCalendarResources.ts';
import { personServiceNames } from '../names.ts';
import type { BookingValues } from './values.ts';

interface WhatFieldsProps {
  form: UseFormReturnType<BookingValues>;
  /** Those chosen, as far as they are loaded. */
  resources: readonly ResourceView[];
}

/** What is booked together, how many of each, and what a person’s hours are for. */
export function WhatFields({ form, resources }: WhatFieldsProps) {
  const { t } = useLingui();
  const { text } = useFormat();
  const { known } = useCalendarResources({});
  const { values } = form;
  for (const resource of resources) known.set(resource.id, resource);
  const options = [...known.values()].map(({ id, name, owner }) => ({
    value: id,
    label: t`${text(name)}, ${owner.name}`,
  }));
  const offering = resources.filter(({ services }) => services.length > 0);
  const services = personServices.filter((service) => offering.every((one) => one.services.includes(service)));
  return (
    <>
      <MultiSelect
        label={t`What`}
        description={t`Several are booked together: all of them or nothing.`}
        data={options}
        searchable
        required
        {...form.getInputProps('resourceIds')}
      />
      {resources
        .filter(({ units }) => units > 1)
        .map(({ id, name, units }) => (
          <NumberInput
            key={id}
            label={resources.length > 1 ? t`How many of ${text(name)}` : t`How many of it`}
            min={1}
            max={units}
            allowDecimal={false}
            value={values.quantities[id] ?? 1}
            onChange={(quantity) =>
              form.setFieldValue('quantities', { ...values.quantities, [id]: Number(quantity) || 1 })
            }
          />
        ))}
      {offering.length > 0 && (
        <Select
          label={t`What the hours are booked for`}
          required
          data={services.map((value) => ({ value, label: t(personServiceNames[value]) }))}
          {...form.getInputProps('service')}
        />
      )}
    </>
  );
}
