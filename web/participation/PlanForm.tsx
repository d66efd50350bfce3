import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { Button, Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { showProblem } from '../api/form.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { GoalFields } from './GoalFields.tsx';
import { participationChanged } from './participation-query.ts';
import { planValues, toPlanInput, type PlanValues } from './plan-values.ts';
import { SupervisorSelect } from './SupervisorSelect.tsx';
import { usePartyLabel } from './usePartyLabel.ts';

/** The fields of a proposal, filled with the latest version. */
export function PlanForm({ view }: { view: ParticipationView }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const label = usePartyLabel(view);
  const [problem, setProblem] = useState<unknown>();
  const form = useForm<PlanValues>({
    initialValues: planValues(view),
    validate: {
      goals: (goals) =>
        goals.every((goal) => goal.text.trim() === '') && t`Say at least one thing that will be learnt.`,
      startsOn: (value) => value === '' && t`Choose the first day.`,
      endsOn: (value, { startsOn }) =>
        (value === '' || value < startsOn) && t`Choose a last day that is not before the first.`,
      hours: (value) => !(Number(value) > 0) && t`Enter the hours in total.`,
    },
  });
  const propose = useMutation({
    mutationFn: (values: PlanValues) =>
      api.post<ParticipationView>(`/participations/${view.id}/plans`, toPlanInput(values), { ifMatch: view.version }),
    onSuccess: async (changed) => {
      await participationChanged(changed);
      await navigate({ to: '/participations/$participationId/plan', params: { participationId: view.id } });
    },
    onError: (error) => setProblem(showProblem(form, error)),
  });
  return (
    <form className="form" onSubmit={form.onSubmit((values) => propose.mutate(values))}>
      <GoalFields form={form} />
      <Textarea label={t`What will be done`} autosize minRows={3} maxRows={16} {...form.getInputProps('tasks')} />
      <FormRow>
        <TextInput type="date" label={t`First day`} {...form.getInputProps('startsOn')} />
        <TextInput type="date" label={t`Last day`} {...form.getInputProps('endsOn')} />
      </FormRow>
      <NumberInput label={t`Hours in total`} min={0} max={20_000} {...form.getInputProps('hours')} />
      <FormRow>
        <SupervisorSelect
          view={view}
          party="provider"
          label={t`Supervisor at ${view.provider.name}`}
          {...form.getInputProps('providerSupervisorId')}
        />
        <SupervisorSelect
          view={view}
          party="home"
          label={t`Tutor at ${view.home.name}`}
          {...form.getInputProps('homeSupervisorId')}
        />
      </FormRow>
      {view.myParties.length > 0 && (
        <Checkbox.Group label={t`Sign it with the proposal`} {...form.getInputProps('approveAs')}>
          {view.myParties.map((party) => (
            <Checkbox key={party} mt={8} value={party} label={label(party)} />
          ))}
        </Checkbox.Group>
      )}
      <ProblemNote error={problem} />
      <FormActions>
        <Button type="submit" variant="filled" loading={propose.isPending}>{t`Send the proposal`}</Button>
      </FormActions>
    </form>
  );
}
