import type { EligibilityRule } from '@collegium/contract/eligibility';
import { ActionIcon, Button, Menu } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { IconPlus, IconX } from '@tabler/icons-react';
import { RuleFields } from './RuleFields.tsx';
import { newRule, ruleTypes } from './new-rule.ts';
import type { OfferValues } from './values.ts';

/** The conditions that learners must meet, all of them. Each type is asked once. */
export function EligibilityField({ form }: { form: UseFormReturnType<OfferValues> }) {
  const { t } = useLingui();
  const { eligibility: rules } = form.values;
  const names: Record<EligibilityRule['type'], string> = {
    level: t`Level of study`,
    field: t`Field of study`,
    grade_average: t`Grade average`,
    terms_completed: t`Terms completed`,
    language_test: t`Language result`,
    organisation: t`Home organisation`,
  };
  const left = ruleTypes.filter((type) => !rules.some((rule) => rule.type === type));
  const change = (index: number, rule: EligibilityRule) =>
    form.setFieldValue(
      'eligibility',
      rules.map((one, place) => (place === index ? rule : one)),
    );
  return (
    <fieldset className="eligibility">
      <legend>{t`Conditions`}</legend>
      <p className="sub">{t`Who does not meet them cannot apply, and reads why. Without conditions everybody may.`}</p>
      {rules.map((rule, index) => (
        <div key={rule.type} className="rule" role="group" aria-label={names[rule.type]}>
          <RuleFields
            label={names[rule.type]}
            rule={rule}
            error={errorOf(form, index)}
            onChange={(changed) => change(index, changed)}
          />
          <ActionIcon
            variant="subtle"
            aria-label={t`Remove the condition “${names[rule.type]}”`}
            onClick={() => form.removeListItem('eligibility', index)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {left.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button leftSection={<IconPlus size={16} aria-hidden />}>{t`Add a condition`}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {left.map((type) => (
              <Menu.Item key={type} onClick={() => form.insertListItem('eligibility', newRule(type))}>
                {names[type]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </fieldset>
  );
}

/** What the server says of any part of a rule. */
function errorOf(form: UseFormReturnType<OfferValues>, index: number) {
  const path = `eligibility.${index}`;
  return Object.entries(form.errors).find(([name]) => name === path || name.startsWith(`${path}.`))?.[1];
}
