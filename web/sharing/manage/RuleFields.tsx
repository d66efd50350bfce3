import { approvalSides, checkIns } from '@collegium/contract/sharing/terms';
import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { FormRow } from '../../ui/FormRow.tsx';
import { checkInNames } from '../names.ts';
import type { ResourceValues } from './values.ts';

/** How long, how early, with whose approval, and what happens when nobody comes. */
export function RuleFields({ form }: { form: UseFormReturnType<ResourceValues> }) {
  const { t } = useLingui();
  const { rules } = form.values;
  const whole = { min: 0, allowDecimal: false } as const;
  /** Left empty means none. */
  const optional = (name: 'releaseAfterMinutes' | 'acceptWithinMinutes' | 'fairShareHours') => ({
    ...whole,
    min: 1,
    value: rules[name] ?? '',
    onChange: (value: number | string) => form.setFieldValue(`rules.${name}`, value === '' ? null : Number(value)),
    error: form.errors[`rules.${name}`],
  });
  return (
    <fieldset className="line-set form wide-form">
      <legend>{t`Rules`}</legend>
      <FormRow>
        <NumberInput label={t`Steps, minutes`} {...whole} min={1} {...form.getInputProps('rules.gridMinutes')} />
        <NumberInput label={t`Notice, minutes before`} {...whole} {...form.getInputProps('rules.noticeMinutes')} />
      </FormRow>
      <FormRow>
        <NumberInput label={t`Shortest, minutes`} {...whole} min={1} {...form.getInputProps('rules.shortestMinutes')} />
        <NumberInput label={t`Longest, minutes`} {...whole} min={1} {...form.getInputProps('rules.longestMinutes')} />
      </FormRow>
      <FormRow>
        <NumberInput
          label={t`Kept free before, minutes`}
          {...whole}
          {...form.getInputProps('rules.bufferBeforeMinutes')}
        />
        <NumberInput
          label={t`Kept free after, minutes`}
          {...whole}
          {...form.getInputProps('rules.bufferAfterMinutes')}
        />
      </FormRow>
      <FormRow>
        <NumberInput label={t`How many days ahead`} {...whole} min={1} {...form.getInputProps('rules.horizonDays')} />
        <NumberInput
          label={t`Free to cancel, minutes before`}
          {...whole}
          {...form.getInputProps('rules.cancelNoticeMinutes')}
        />
      </FormRow>
      <Checkbox.Group
        label={t`Needs approval of`}
        value={rules.approvalChain}
        onChange={(sides) =>
          form.setFieldValue(
            'rules.approvalChain',
            approvalSides.filter((side) => sides.includes(side)),
          )
        }
      >
        <div className="repeat-days">
          <Checkbox value="home" label={t`the holder’s organisation`} />
          <Checkbox value="owner" label={t`us, the owner`} />
        </div>
      </Checkbox.Group>
      <FormRow>
        <Select
          label={t`Check-in`}
          allowDeselect={false}
          data={checkIns.map((value) => ({ value, label: t(checkInNames[value]) }))}
          {...form.getInputProps('rules.checkIn')}
        />
        {rules.checkIn === 'code' ? (
          <TextInput
            label={t`Code at the resource`}
            minLength={4}
            maxLength={20}
            {...form.getInputProps('checkInCode')}
          />
        ) : (
          <span />
        )}
      </FormRow>
      <FormRow>
        <NumberInput label={t`Released when nobody came, minutes after`} {...optional('releaseAfterMinutes')} />
        <NumberInput label={t`Time to accept what became free, minutes`} {...optional('acceptWithinMinutes')} />
      </FormRow>
      <NumberInput
        label={t`Decide by fair share, hours before`}
        description={t`Requests are collected and who used least of its share goes first. Empty: who books first.`}
        {...optional('fairShareHours')}
      />
    </fieldset>
  );
}
