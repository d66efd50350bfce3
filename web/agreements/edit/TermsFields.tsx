import type { AgreementTerms } from '@collegium/contract/agreements/terms';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { NumberInput, Select, TextInput } from '@mantine/core';
import { FormRow } from '../../ui/FormRow.tsx';
import { accessionNames, renewalNames, withdrawalNames } from '../words.ts';

type Terms = Omit<AgreementTerms, 'title'>;

interface TermsFieldsProps {
  value: Terms;
  /** A template has none. */
  hasDays?: boolean;
  onChange: (change: Partial<Terms>) => void;
}

/** What holds for the agreement as a whole: days, renewal, joining, leaving and notice. */
export function TermsFields({ value, hasDays = false, onChange }: TermsFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      {hasDays && (
        <FormRow>
          <TextInput
            type="date"
            label={t`First day`}
            description={t`Empty: with the last signature`}
            value={value.startsOn ?? ''}
            onChange={(event) => onChange({ startsOn: event.currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label={t`Last day`}
            description={t`Empty: until it is terminated`}
            value={value.endsOn ?? ''}
            onChange={(event) => onChange({ endsOn: event.currentTarget.value || null })}
          />
        </FormRow>
      )}
      <FormRow>
        <Choice
          label={t`Renewal`}
          names={renewalNames}
          value={value.renewal}
          onChange={(renewal) => onChange({ renewal })}
        />
        <NumberInput
          label={t`By how many months`}
          min={1}
          max={120}
          value={value.renewalMonths ?? ''}
          onChange={(value) => onChange({ renewalMonths: typeof value === 'number' ? value : null })}
        />
      </FormRow>
      <FormRow>
        <Choice
          label={t`Joining`}
          names={accessionNames}
          value={value.accession}
          onChange={(accession) => onChange({ accession })}
        />
        <Choice
          label={t`Leaving`}
          names={withdrawalNames}
          value={value.withdrawal}
          onChange={(withdrawal) => onChange({ withdrawal })}
        />
      </FormRow>
      <NumberInput
        label={t`Notice in days`}
        min={0}
        max={1830}
        value={value.noticeDays}
        onChange={(value) => onChange({ noticeDays: typeof value === 'number' ? value : 0 })}
      />
    </>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  names: Record<T, MessageDescriptor>;
  value: T;
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, names, value, onChange }: ChoiceProps<T>) {
  const { t } = useLingui();
  const all = Object.keys(names) as T[];
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={all.map((one) => ({ value: one, label: t(names[one]) }))}
      value={value}
      onChange={(entered) => onChange(all.find((one) => one === entered) ?? value)}
    />
  );
}
