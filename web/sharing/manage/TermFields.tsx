import { circles } from '@collegium/contract/sharing/terms';
import { minorUnitsOf } from '@collegium/contract/minor-units';
import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { itemsOf, pagesQuery } from '../../api/pages.ts';
import { circleNames } from '../names.ts';
import { QuotaFields } from './QuotaFields.tsx';
import type { ResourceValues } from './values.ts';
import { useNow } from '../useNow.ts';

/** Limits per person and organisation, prices, and hours promised to partners. */
export function TermFields({ form }: { form: UseFormReturnType<ResourceValues> }) {
  const { t } = useLingui();
  const { quotas, rates, shares } = form.values;
  const organisations = itemsOf(
    useInfiniteQuery(pagesQuery<{ id: string; name: string }>('/organisations', { limit: 100 })).data,
  );
  const year = useNow().getFullYear();
  const remove = (list: 'quotas' | 'rates' | 'shares', index: number) => (
    <ActionIcon
      variant="subtle"
      aria-label={t`Remove line ${index + 1}`}
      onClick={() => form.removeListItem(list, index)}
    >
      <IconX size={16} aria-hidden />
    </ActionIcon>
  );
  const add = (list: 'quotas' | 'rates' | 'shares', item: ResourceValues[typeof list][number], label: string) => (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => form.insertListItem(list, item)}>
      {label}
    </Button>
  );
  return (
    <>
      <fieldset className="line-set">
        <legend>{t`Limits`}</legend>
        {quotas.map((_, index) => (
          <QuotaFields key={index} form={form} index={index} remove={remove('quotas', index)} />
        ))}
        {add('quotas', { per: 'person', period: 'week', limitMinutes: 600 }, t`Add a limit`)}
      </fieldset>
      <fieldset className="line-set">
        <legend>{t`Price an hour`}</legend>
        {rates.map((rate, index) => (
          <div key={index} className="opening-line" role="group" aria-label={t`Price, line ${index + 1}`}>
            <Select
              aria-label={t`For whom`}
              allowDeselect={false}
              data={circles.map((value) => ({ value, label: t(circleNames[value]) }))}
              {...form.getInputProps(`rates.${index}.audience`)}
            />
            <NumberInput
              aria-label={t`Amount`}
              min={0}
              decimalScale={2}
              value={rate.amountMinor / minorUnitsOf(rate.currency)}
              onChange={(amount) =>
                form.setFieldValue(
                  `rates.${index}.amountMinor`,
                  Math.round(Number(amount) * minorUnitsOf(rate.currency)),
                )
              }
            />
            <TextInput aria-label={t`Currency`} maxLength={3} {...form.getInputProps(`rates.${index}.currency`)} />
            <span />
            {remove('rates', index)}
          </div>
        ))}
        {rates.length < 3 &&
          add(
            'rates',
            {
              audience: circles.find((circle) => !rates.some(({ audience }) => audience === circle)) ?? 'network',
              amountMinor: 0,
              currency: 'EUR',
            },
            t`Add a price`,
          )}
      </fieldset>
      <fieldset className="line-set">
        <legend>{t`Hours promised to partners`}</legend>
        {shares.map((share, index) => (
          <div key={index} className="opening-line" role="group" aria-label={t`Share, line ${index + 1}`}>
            <Select
              aria-label={t`Organisation`}
              searchable
              allowDeselect={false}
              data={organisations.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps(`shares.${index}.organisationId`)}
            />
            <NumberInput
              aria-label={t`Hours`}
              min={1}
              value={share.promisedMinutes / 60}
              onChange={(hours) =>
                form.setFieldValue(`shares.${index}.promisedMinutes`, Math.round(Number(hours) * 60))
              }
            />
            <TextInput type="date" aria-label={t`From`} {...form.getInputProps(`shares.${index}.startsOn`)} />
            <TextInput type="date" aria-label={t`To`} {...form.getInputProps(`shares.${index}.endsOn`)} />
            {remove('shares', index)}
          </div>
        ))}
        {add(
          'shares',
          { organisationId: '', promisedMinutes: 2_400, startsOn: `${year}-01-01`, endsOn: `${year}-12-31` },
          t`Add a share`,
        )}
      </fieldset>
    </>
  );
}
