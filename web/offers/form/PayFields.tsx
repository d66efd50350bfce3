import { NumberInput, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { FormRow } from '../../ui/FormRow.tsx';
import type { OfferValues } from './values.ts';

/** Pay a month, entered in whole units of a currency and kept in its smallest. Zero means unpaid, nothing means not said. */
export function PayFields({ form }: { form: UseFormReturnType<OfferValues> }) {
  const { t } = useLingui();
  const { reader } = useFormat();
  const { details } = form.values;
  const internship = details.kind === 'internship' ? details : undefined;
  const currency = internship?.currency ?? 'EUR';
  const perUnit = 10 ** digitsOf(currency);
  const pay = internship?.payMinorPerMonth;
  const currencies = useMemo(() => {
    const names = new Intl.DisplayNames([reader.locale], { type: 'currency' });
    return Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code} – ${names.of(code)}` }));
  }, [reader.locale]);
  function write(amount: number | string, code: string) {
    const isSaid = typeof amount === 'number';
    form.setFieldValue('details.payMinorPerMonth', isSaid ? Math.round(amount * 10 ** digitsOf(code)) : undefined);
    form.setFieldValue('details.currency', isSaid ? code : undefined);
  }
  return (
    <FormRow>
      <NumberInput
        label={t`Pay a month`}
        description={t`0 means unpaid.`}
        min={0}
        value={pay === undefined ? '' : pay / perUnit}
        onChange={(amount) => write(amount, currency)}
        error={form.errors['details.payMinorPerMonth']}
      />
      <Select
        label={t`Currency`}
        description={t`As the learner is paid.`}
        searchable
        allowDeselect={false}
        limit={60}
        data={currencies}
        value={currency}
        disabled={pay === undefined}
        onChange={(code) => code && write(pay === undefined ? '' : pay / perUnit, code)}
      />
    </FormRow>
  );
}

function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
