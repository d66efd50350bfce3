import type { EligibilityRule } from '@collegium/contract/eligibility';
import { fieldsOfEducation } from '@collegium/contract/fields-of-education';
import { levels } from '@collegium/contract/levels';
import { MultiSelect, NumberInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { FormRow } from '../../ui/FormRow.tsx';
import { levelNames } from '../../ui/level-names.ts';
import { useWords } from '../useWords.ts';
import { LanguageTestFields } from './LanguageTestFields.tsx';
import { OrganisationsField } from './OrganisationsField.tsx';

interface RuleFieldsProps {
  label: string;
  rule: EligibilityRule;
  error?: ReactNode;
  onChange: (rule: EligibilityRule) => void;
}

/** The fields of one condition, by its type. */
export function RuleFields({ label, rule, error, onChange }: RuleFieldsProps) {
  const { t } = useLingui();
  const { fieldName } = useWords();
  switch (rule.type) {
    case 'level':
      return (
        <MultiSelect
          label={label}
          description={t`Any of these`}
          data={levels.map((level) => ({ value: level, label: t(levelNames[level]) }))}
          value={rule.anyOf}
          onChange={(chosen) => onChange({ ...rule, anyOf: levels.filter((level) => chosen.includes(level)) })}
          error={error}
        />
      );
    case 'field':
      return (
        <MultiSelect
          label={label}
          description={t`Any of these, and all fields below them`}
          searchable
          limit={60}
          data={fieldsOfEducation.map(([code]) => ({ value: code, label: `${fieldName(code)} (${code})` }))}
          value={rule.anyOf}
          onChange={(anyOf) => onChange({ ...rule, anyOf })}
          error={error}
        />
      );
    case 'grade_average':
      return (
        <FormRow>
          <NumberInput
            label={t`Grade average of at least`}
            min={0}
            value={rule.minimum}
            onChange={(minimum) => onChange({ ...rule, minimum: Number(minimum) })}
            error={error}
          />
          <NumberInput
            label={t`out of`}
            min={1}
            value={rule.maximum}
            onChange={(maximum) => onChange({ ...rule, maximum: Number(maximum) })}
          />
        </FormRow>
      );
    case 'terms_completed':
      return (
        <NumberInput
          label={t`Terms completed, at least`}
          min={1}
          max={60}
          allowDecimal={false}
          value={rule.minimum}
          onChange={(minimum) => onChange({ ...rule, minimum: Number(minimum) })}
          error={error}
        />
      );
    case 'language_test':
      return <LanguageTestFields rule={rule} error={error} onChange={onChange} />;
    case 'organisation':
      return (
        <OrganisationsField
          label={label}
          value={rule.anyOf}
          onChange={(anyOf) => onChange({ ...rule, anyOf })}
          error={error}
        />
      );
  }
}
