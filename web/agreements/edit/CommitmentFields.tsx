import type { DraftCommitment } from '@collegium/contract/agreements/clause';
import type { PartyView } from '@collegium/contract/agreements/views';
import { measureDefinitions, type Measure } from '@collegium/contract/commitments/measures';
import { minorUnitsOf } from '@collegium/contract/minor-units';
import { useLingui } from '@lingui/react/macro';
import { NumberInput, Select, TextInput } from '@mantine/core';
import { useFormat } from '../../i18n/useFormat.ts';
import { FormRow } from '../../ui/FormRow.tsx';
import { CountedFields } from './CountedFields.tsx';
import { useFieldNotes } from './field-notes.tsx';
import { measuredBy } from './measured-by.ts';
import { PartySelect } from './PartySelect.tsx';
import { withField } from './with-field.ts';

const measures = Object.keys(measureDefinitions) as Measure[];

interface CommitmentFieldsProps {
  value: DraftCommitment;
  /** None for a clause of the library: who promises and until when belongs to an agreement. */
  parties: readonly PartyView[];
  onChange: (value: DraftCommitment) => void;
}

/** Who promises what, how much, by when, to whom, and how it is measured. */
export function CommitmentFields({ value, parties, onChange }: CommitmentFieldsProps) {
  const { t } = useLingui();
  const { language } = useFormat();
  const noteOf = useFieldNotes();
  const set = <K extends keyof DraftCommitment>(key: K, entered: DraftCommitment[K] | null) =>
    onChange(withField(value, key, entered));
  const measure = value.measure;
  const hasParties = parties.length > 0;
  const minorUnits = value.unit === 'money' ? minorUnitsOf(value.currency ?? '') : 1;
  return (
    <>
      <Select
        label={t`How it is measured`}
        {...noteOf('measure', measure && measureDefinitions[measure].definition[language])}
        data={measures.map((one) => ({ value: one, label: measureDefinitions[one][language] }))}
        value={measure ?? null}
        allowDeselect={false}
        onChange={(entered) => {
          const next = measures.find((one) => one === entered);
          if (next) onChange(measuredBy(value, next));
        }}
      />
      {hasParties && (
        <FormRow>
          <PartySelect
            label={t`Who promises`}
            {...noteOf('promiser')}
            parties={parties}
            value={value.promiser}
            onChange={(entered) => set('promiser', entered)}
          />
          <PartySelect
            label={t`To whom`}
            {...noteOf('beneficiary')}
            parties={parties}
            value={value.beneficiary}
            canBeAll
            onChange={(entered) => set('beneficiary', entered)}
          />
        </FormRow>
      )}
      <FormRow>
        <NumberInput
          label={t`How much`}
          {...noteOf('quantity')}
          min={0}
          {...(value.unit === 'money' && { decimalScale: 2 })}
          value={value.quantity === undefined ? '' : value.quantity / minorUnits}
          onChange={(entered) =>
            set('quantity', typeof entered === 'number' ? Number((entered * minorUnits).toFixed(2)) : null)
          }
        />
        <Select
          label={t`How often`}
          {...noteOf('every')}
          allowDeselect={false}
          data={[
            { value: 'once', label: t`Once in the whole time` },
            { value: 'term', label: t`Every half year` },
            { value: 'year', label: t`Every year` },
          ]}
          value={value.every ?? null}
          onChange={(entered) =>
            set(
              'every',
              (['once', 'term', 'year'] as const).find((one) => one === entered),
            )
          }
        />
      </FormRow>
      {value.unit === 'money' && (
        <TextInput
          label={t`Currency, for instance EUR`}
          {...noteOf('currency')}
          maxLength={3}
          value={value.currency ?? ''}
          onChange={(event) => set('currency', event.currentTarget.value.toUpperCase())}
        />
      )}
      {measure && <CountedFields measure={measure} value={value} onChange={onChange} />}
      {hasParties && (
        <FormRow>
          <TextInput
            type="date"
            label={t`First day`}
            {...noteOf('periodStart')}
            value={value.periodStart ?? ''}
            onChange={(event) => set('periodStart', event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t`Last day`}
            {...noteOf('periodEnd')}
            value={value.periodEnd ?? ''}
            onChange={(event) => set('periodEnd', event.currentTarget.value)}
          />
        </FormRow>
      )}
    </>
  );
}
