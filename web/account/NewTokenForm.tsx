import type { MadeToken } from '@collegium/contract/account';
import { useLingui } from '@lingui/react/macro';
import { Button, Input, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api } from '../api/client.ts';
import { showProblem } from '../api/form.ts';
import { queryClient } from '../api/query-client.ts';
import { useSession } from '../api/session.ts';
import { ProblemNote } from '../ui/ProblemNote.tsx';

/** Asks what a new token is for, what it may do and how long. */
export function NewTokenForm({ onMade, onClose }: { onMade: (token: MadeToken) => void; onClose: () => void }) {
  const { t } = useLingui();
  const { acting } = useSession();
  const { name: organisation } = acting.organisation;
  const scopeLabel = useId();
  const [problem, setProblem] = useState<unknown>();
  const form = useForm({
    initialValues: { name: '', scope: 'read', days: '90' },
    validate: { name: (value) => (value.trim() === '' ? t`Enter what it is for, for instance “Timetable”.` : null) },
  });
  const make = useMutation({
    mutationFn: ({ name, scope, days }: typeof form.values) =>
      api.post<MadeToken>('/account/tokens', { name, scope, days: days === 'never' ? null : Number(days) }),
    onSuccess: async (made) => {
      onMade(made);
      await queryClient.invalidateQueries({ queryKey: ['account'] });
    },
    onError: (error) => setProblem(showProblem(form, error)),
  });
  return (
    <form className="form" onSubmit={form.onSubmit((values) => make.mutate(values))} noValidate>
      <TextInput
        label={t`What for`}
        description={t`The program acts as you, on behalf of ${organisation}.`}
        maxLength={200}
        {...form.getInputProps('name')}
      />
      <Input.Wrapper label={t`What it may do`} labelElement="div" labelProps={{ id: scopeLabel }}>
        <SegmentedControl
          aria-labelledby={scopeLabel}
          data={[
            { value: 'read', label: t`Read only` },
            { value: 'write', label: t`Read and write` },
          ]}
          {...form.getInputProps('scope')}
        />
      </Input.Wrapper>
      <Select
        label={t`Ends by itself`}
        allowDeselect={false}
        data={[
          { value: '30', label: t`in 30 days` },
          { value: '90', label: t`in 90 days` },
          { value: '365', label: t`in a year` },
          { value: 'never', label: t`never` },
        ]}
        {...form.getInputProps('days')}
      />
      <ProblemNote error={problem} />
      <div className="form-actions">
        <Button type="submit" variant="filled" loading={make.isPending}>{t`Make token`}</Button>
        <Button onClick={onClose}>{t`Cancel`}</Button>
      </div>
    </form>
  );
}
