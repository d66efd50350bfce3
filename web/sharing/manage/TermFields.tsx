import type { ResourceView } from '@collegium/contract/sharing/resources';
import { circles } from '@collegium/contract/sharing/terms';
import { minorUnitsOf } from '@collegium/contract/minor-units';
import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { IconPlus, IconX } from '@tabler/icons-react';
import { circleNames } from '../names.ts';
import { LineFaults, lineInput } from './LineFaults.tsx';
import { QuotaFields } from './QuotaFields.tsx';
import { ShareFields } from './ShareFields.tsx';
import type { ResourceValues } from './values.ts';
import { useNow } from '../useNow.ts';

interface TermFieldsProps {
  form: UseFormReturnType<ResourceValues>;
  /** Shares that stand. */
  known: ResourceView['shares'];
}

/** Limits per person and organisation, prices, and hours promised to partners. */
export function TermFields({ form, known }: TermFieldsProps) {
  const { t } = useLingui();
  const { quotas, rates, shares } = form.values;
  const year = useNow().getFullYear();
  const remove = (list: 'quotas' | 'rates' | 'shares', index: number) => (
    <ActionIcon
      className="line-remove"
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
        <p className="sub">{t`How many hours one may hold in a period. Without any, only what is free limits people.`}</p>
        {quotas.map((_, index) => (
          <QuotaFields key={index} form={form} index={index} remove={remove('quotas', index)} />
        ))}
        {add('quotas', { per: 'person', period: 'week', limitMinutes: 600 }, t`Add a limit`)}
      </fieldset>
      <fieldset className="line-set">
        <legend>{t`Price an hour`}</legend>
        <p className="sub">{t`Who has no price of their own pays that of the next wider circle. Without any it costs nothing.`}</p>
        {rates.map((rate, index) => (
          <div key={index} className="opening-line" role="group" aria-label={t`Price, line ${index + 1}`}>
            <Select
              className="line-whole"
              aria-label={t`For whom`}
              allowDeselect={false}
              data={circles.map((value) => ({ value, label: t(circleNames[value]) }))}
              {...lineInput(form, `rates.${index}.audience`)}
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
            <TextInput
              aria-label={t`Currency`}
              required
              minLength={3}
              maxLength={3}
              {...lineInput(form, `rates.${index}.currency`)}
              onChange={(event) =>
                form.setFieldValue(`rates.${index}.currency`, event.currentTarget.value.toUpperCase())
              }
            />
            <span />
            {remove('rates', index)}
            <LineFaults form={form} path={`rates.${index}`} />
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
        <p className="sub">{t`Compared with what they use; everybody concerned sees the same bar.`}</p>
        {shares.map((_, index) => (
          <ShareFields key={index} form={form} index={index} known={known} remove={remove('shares', index)} />
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
