import type { PlanGoal } from '@collegium/contract/participation';
import { useLingui } from '@lingui/react/macro';
import { Radio, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useGoalLevels } from '../ui/GoalLevel.tsx';
import type { AssessmentValues } from './assessment-values.ts';

const levels = ['not_shown', 'partly', 'reached', 'exceeded'] as const;

/** How far one goal was reached, and why one thinks so. */
export function GoalField({ goal, form }: { goal: PlanGoal; form: UseFormReturnType<AssessmentValues> }) {
  const { t } = useLingui();
  const names = useGoalLevels();
  return (
    <div className="goal-field">
      <Radio.Group label={goal.text} {...form.getInputProps(`levels.${goal.id}`)}>
        <div className="goal-levels">
          {levels.map((level) => (
            <Radio key={level} value={level} label={names[level]} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        aria-label={t`What showed it: ${goal.text}`}
        placeholder={t`What showed it (optional)`}
        {...form.getInputProps(`comments.${goal.id}`)}
      />
    </div>
  );
}
