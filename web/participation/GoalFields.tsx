import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { PlanValues } from './plan-values.ts';

/** One field per goal. What stays keeps its identity, so that versions can be compared goal by goal. */
export function GoalFields({ form }: { form: UseFormReturnType<PlanValues> }) {
  const { t } = useLingui();
  const { goals } = form.values;
  const error = form.errors['goals'];
  return (
    <fieldset className="goal-fields">
      <legend className="field-label">{t`What will be learnt`}</legend>
      {goals.map((goal, index) => (
        <div key={goal.key} className="goal-edit">
          <Textarea
            aria-label={t`Goal ${index + 1}`}
            autosize
            minRows={1}
            {...form.getInputProps(`goals.${index}.text`)}
            error={index === 0 && error}
          />
          <ActionIcon
            variant="subtle"
            size="input-sm"
            disabled={goals.length === 1}
            aria-label={t`Drop goal ${index + 1}`}
            onClick={() => form.removeListItem('goals', index)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => form.insertListItem('goals', { key: crypto.randomUUID(), text: '' })}
      >
        {t`Add a goal`}
      </Button>
    </fieldset>
  );
}
