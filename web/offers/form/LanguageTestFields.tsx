import type { EligibilityRule } from '@collegium/contract/eligibility';
import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

type Rule = Extract<EligibilityRule, { type: 'language_test' }>;

interface LanguageTestFieldsProps {
  rule: Rule;
  error?: ReactNode;
  onChange: (rule: Rule) => void;
}

/** Results of language tests, any of which is enough. */
export function LanguageTestFields({ rule, error, onChange }: LanguageTestFieldsProps) {
  const { t } = useLingui();
  const { anyOf } = rule;
  const change = (index: number, part: Partial<Rule['anyOf'][number]>) =>
    onChange({ ...rule, anyOf: anyOf.map((one, place) => (place === index ? { ...one, ...part } : one)) });
  return (
    <div className="language-tests">
      {anyOf.map(({ test, score }, index) => (
        <div key={index} className="language-test">
          <TextInput
            label={t`Language test`}
            placeholder="TOEFL iBT"
            maxLength={60}
            value={test}
            onChange={(event) => change(index, { test: event.currentTarget.value })}
            error={index === 0 && error}
          />
          <NumberInput
            label={t`at least`}
            min={0}
            max={10_000}
            value={score}
            onChange={(value) => change(index, { score: Number(value) })}
          />
          {anyOf.length > 1 && (
            <ActionIcon
              variant="subtle"
              aria-label={t`Remove test ${index + 1}`}
              onClick={() => onChange({ ...rule, anyOf: anyOf.filter((_, place) => place !== index) })}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      <Button
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange({ ...rule, anyOf: [...anyOf, { test: '', score: 0 }] })}
      >
        {t`Or another test`}
      </Button>
    </div>
  );
}
