import { quotaPeriods, quotaSubjects } from '@collegium/contract/sharing/terms';
import { NumberInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { quotaEachNames, quotaSubjectNames } from '../names.ts';
import { LineFaults, lineInput } from './LineFaults.tsx';
import type { ResourceValues } from './values.ts';

interface QuotaFieldsProps {
  form: UseFormReturnType<ResourceValues>;
  index: number;
  /** The button that takes the line out. */
  remove: ReactNode;
}

/** One limit: of whom, how many hours, in which period; a term has its first and last day. */
export function QuotaFields({ form, index, remove }: QuotaFieldsProps) {
  const { t } = useLingui();
  const quota = form.values.quotas[index];
  if (!quota) return null;
  return (
    <div className="quota-line" role="group" aria-label={t`Limit, line ${index + 1}`}>
      <Select
        className="line-whole"
        aria-label={t`Of whom`}
        allowDeselect={false}
        data={quotaSubjects.map((value) => ({ value, label: t(quotaSubjectNames[value]) }))}
        {...lineInput(form, `quotas.${index}.per`)}
      />
      <NumberInput
        aria-label={t`Hours`}
        min={0.25}
        required
        suffix={t` h`}
        value={quota.limitMinutes / 60}
        onChange={(hours) => form.setFieldValue(`quotas.${index}.limitMinutes`, Math.round(Number(hours) * 60))}
      />
      <Select
        aria-label={t`Period`}
        allowDeselect={false}
        data={quotaPeriods.map((value) => ({ value, label: t(quotaEachNames[value]) }))}
        {...lineInput(form, `quotas.${index}.period`)}
      />
      {remove}
      {quota.period === 'term' && (
        <>
          <TextInput
            className="line-first"
            type="date"
            required
            aria-label={t`First day of the term`}
            {...lineInput(form, `quotas.${index}.startsOn`)}
            value={quota.startsOn ?? ''}
          />
          <TextInput
            type="date"
            required
            aria-label={t`Last day of the term`}
            {...lineInput(form, `quotas.${index}.endsOn`)}
            value={quota.endsOn ?? ''}
          />
        </>
      )}
      <LineFaults form={form} path={`quotas.${index}`} />
    </div>
  );
}
