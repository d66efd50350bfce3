import type { DraftCommitment } from '@collegium/contract/agreements/clause';
import type { CommitmentFilters } from '@collegium/contract/commitments';
import { measureDefinitions, type CommitmentFilterName, type Measure } from '@collegium/contract/commitments/measures';
import { fieldName, fieldsOfEducation } from '@collegium/contract/fields-of-education';
import { levels } from '@collegium/contract/levels';
import { offerKinds } from '@collegium/contract/offer-kinds';
import { useLingui } from '@lingui/react/macro';
import { Checkbox, NumberInput, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { FormRow } from '../../ui/FormRow.tsx';
import { kinds } from '../../ui/kinds.ts';
import { levelNames } from '../../ui/level-names.ts';
import { BalanceFields } from './BalanceFields.tsx';
import { useFieldNotes } from './field-notes.tsx';
import { ResourceSelect } from './ResourceSelect.tsx';
import { withField } from './with-field.ts';

interface CountedFieldsProps {
  measure: Measure;
  value: DraftCommitment;
  onChange: (value: DraftCommitment) => void;
}

/** What of all that happens a promise counts: a field, a level, a kind of offer; a resource; how many days; only under this agreement. */
export function CountedFields({ measure, value, onChange }: CountedFieldsProps) {
  const { t } = useLingui();
  const { language } = useFormat();
  const noteOf = useFieldNotes();
  const fields = useMemo(
    () => fieldsOfEducation.map(([code]) => ({ value: code, label: `${fieldName(code, language)} (${code})` })),
    [language],
  );
  const { filters, source }: { filters: readonly CommitmentFilterName[]; source: string } = measureDefinitions[measure];
  const chosen = value.filters ?? {};
  const set = <K extends keyof CommitmentFilters>(key: K, entered: CommitmentFilters[K] | null) => {
    const next = withField(chosen, key, entered);
    onChange(withField(value, 'filters', Object.keys(next).length > 0 ? next : null));
  };
  return (
    <>
      {filters.includes('days') && (
        <NumberInput
          label={t`Answered within how many working days`}
          {...noteOf('filters/days')}
          min={1}
          max={365}
          value={chosen.days ?? ''}
          onChange={(entered) => set('days', typeof entered === 'number' ? entered : null)}
        />
      )}
      {filters.includes('resourceId') && (
        <ResourceSelect
          ownerId={value.promiser}
          value={chosen.resourceId ?? null}
          onChange={(entered) => set('resourceId', entered)}
        />
      )}
      {filters.includes('level') && (
        <FormRow>
          <Select
            label={t`Only of a level`}
            placeholder={t`all levels`}
            clearable
            data={levels.map((level) => ({ value: level, label: t(levelNames[level]) }))}
            value={chosen.level ?? null}
            onChange={(entered) => set('level', levels.find((one) => one === entered) ?? null)}
          />
          <Select
            label={t`Only of a kind of offer`}
            placeholder={t`all kinds`}
            clearable
            data={offerKinds.map((kind) => ({ value: kind, label: t(kinds[kind].name) }))}
            value={chosen.kind ?? null}
            onChange={(entered) => set('kind', offerKinds.find((one) => one === entered) ?? null)}
          />
        </FormRow>
      )}
      {filters.includes('fieldOfEducation') && (
        <Select
          label={t`Only in a field of education`}
          placeholder={t`all fields`}
          searchable
          clearable
          limit={60}
          data={fields}
          value={chosen.fieldOfEducation ?? null}
          onChange={(entered) => set('fieldOfEducation', entered)}
        />
      )}
      {source !== 'record' && (
        <Checkbox
          label={t`Count only offers that name this agreement`}
          checked={chosen.underAgreement ?? false}
          onChange={(event) => set('underAgreement', event.currentTarget.checked || null)}
        />
      )}
      {measure === 'exchange_balance' && <BalanceFields value={value} onChange={onChange} />}
    </>
  );
}
