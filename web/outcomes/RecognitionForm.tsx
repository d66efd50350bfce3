import type { OutcomeView, RecognitionInput } from '@collegium/contract/outcomes';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { showProblem } from '../api/form.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { Section } from '../ui/Section.tsx';
import { outcomeChanged } from './outcome-query.ts';
import { RefuseModal } from './RefuseModal.tsx';

/** The home organisation decides: credits and perhaps a grade of its own, or a refusal with its reason. */
export function RecognitionForm({ view }: { view: OutcomeView }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const [problem, setProblem] = useState<unknown>();
  const [isRefusing, setRefusing] = useState(false);
  const form = useForm({
    initialValues: initialValues(view),
    validate: {
      gradeScale: (value, { grade }) =>
        (value.trim() === '') !== (grade.trim() === '') && t`A grade and its scale go together: give both or neither.`,
    },
  });
  const recognise = useMutation({
    mutationFn: (body: RecognitionInput) => api.post<OutcomeView>(`/outcomes/${view.id}/recognition`, body),
    onSuccess: outcomeChanged,
    onError: (error) => setProblem(showProblem(form, error)),
  });
  const credits = number(Number(form.values.creditsEcts) || 0);
  return (
    <Section title={t`Recognise`}>
      <form
        className="form"
        onSubmit={form.onSubmit(({ creditsEcts, grade, gradeScale }) =>
          recognise.mutate({
            creditsEcts: Number(creditsEcts),
            ...(grade.trim() !== '' && { grade: grade.trim(), gradeScale: gradeScale.trim() }),
          }),
        )}
      >
        <NumberInput label={t`Credits (ECTS)`} min={0} max={400} step={0.5} {...form.getInputProps('creditsEcts')} />
        <FormRow>
          <TextInput
            label={t`Grade at ${view.home.name}`}
            description={t`Leave it empty when only credits are recognised.`}
            {...form.getInputProps('grade')}
          />
          <TextInput
            label={t`On the scale`}
            description={t`For instance 0–20, pass from 10.`}
            {...form.getInputProps('gradeScale')}
          />
        </FormRow>
        <p className="sub">
          <Trans>
            {credits} ECTS enter the transcript of {view.learner.name}. The grade as given stays beside it, unconverted.
            This is final; the learner is told.
          </Trans>
        </p>
        <ProblemNote error={problem} />
        <FormActions>
          <Button type="submit" variant="filled" loading={recognise.isPending}>
            {t`Recognise for ${view.home.name}`}
          </Button>
          <Button onClick={() => setRefusing(true)}>{t`Refuse…`}</Button>
        </FormActions>
      </form>
      {isRefusing && <RefuseModal view={view} onClose={() => setRefusing(false)} />}
    </Section>
  );
}

/** A number field that was emptied holds ''. */
function initialValues(view: OutcomeView): { creditsEcts: number | string; grade: string; gradeScale: string } {
  return { creditsEcts: view.creditsEctsProposed ?? 0, grade: '', gradeScale: '' };
}
