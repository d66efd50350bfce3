import type { AssessmentInput, OutcomeView } from '@collegium/contract/outcomes';
import type { PlanGoal } from '@collegium/contract/participation';
import { useLingui } from '@lingui/react/macro';
import { Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { showProblem } from '../api/form.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { goalsMissing, toAssessmentInput, type AssessmentValues } from './assessment-values.ts';
import { GoalField } from './GoalField.tsx';
import { outcomeChanged } from './outcome-query.ts';

interface AssessmentFormProps {
  goals: readonly PlanGoal[];
  initial: AssessmentValues;
  onSend: (body: AssessmentInput) => Promise<OutcomeView>;
  sendLabel: string;
}

/** A level for each goal, words, the grade as given with its scale, and the credits proposed. */
export function AssessmentForm({ goals, initial, onSend, sendLabel }: AssessmentFormProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>();
  const form = useForm<AssessmentValues>({
    initialValues: initial,
    validate: (values) => ({
      ...Object.fromEntries(
        goalsMissing(goals, values).map((id) => [`levels.${id}`, t`Choose how far it was reached.`]),
      ),
      ...(values.statement.trim() === '' && {
        statement: t`Write a sentence for the learner and the home organisation.`,
      }),
      ...((values.grade.trim() === '') !== (values.gradeScale.trim() === '') && {
        gradeScale: t`A grade and its scale go together: give both or neither.`,
      }),
    }),
  });
  const send = useMutation({
    mutationFn: onSend,
    onSuccess: async (view) => {
      await outcomeChanged(view);
      await navigate({ to: '/outcomes/$outcomeId', params: { outcomeId: view.id } });
    },
    onError: (error) => setProblem(showProblem(form, error)),
  });
  return (
    <form className="form" onSubmit={form.onSubmit((values) => send.mutate(toAssessmentInput(goals, values)))}>
      {goals.map((goal) => (
        <GoalField key={goal.id} goal={goal} form={form} />
      ))}
      <Textarea
        label={t`In your words`}
        description={t`The learner and the home organisation read this.`}
        autosize
        minRows={4}
        {...form.getInputProps('statement')}
      />
      <FormRow>
        <TextInput
          label={t`Grade`}
          description={t`As you give it; it is never converted here.`}
          {...form.getInputProps('grade')}
        />
        <TextInput
          label={t`On the scale`}
          description={t`For instance 0–20, pass from 10.`}
          {...form.getInputProps('gradeScale')}
        />
      </FormRow>
      <NumberInput
        label={t`Credits that you propose (ECTS)`}
        min={0}
        max={400}
        step={0.5}
        {...form.getInputProps('creditsEcts')}
      />
      <ProblemNote error={problem} />
      <FormActions>
        <Button type="submit" variant="filled" loading={send.isPending}>
          {sendLabel}
        </Button>
      </FormActions>
    </form>
  );
}
