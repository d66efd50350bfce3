import type { ProfileView } from '@collegium/contract/people';
import { useLingui } from '@lingui/react/macro';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { showProblem } from '../api/form.ts';
import { queryClient } from '../api/query-client.ts';
import { useSession } from '../api/session.ts';
import { languages } from '../i18n/languages.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { StudiesFields } from './StudiesFields.tsx';
import { profileValues, toProfileInput } from './profile-values.ts';

const timeZones = Intl.supportedValuesOf('timeZone');

/** How the network speaks to the reader and, for learners, what it knows of their studies. */
export function ProfileForm({ profile }: { profile: ProfileView }) {
  const { t } = useLingui();
  const { acting } = useSession();
  const [problem, setProblem] = useState<unknown>();
  const [savedAt, setSavedAt] = useState<Date>();
  const form = useForm({ initialValues: profileValues(profile) });
  const save = useMutation({
    mutationFn: (values: typeof form.values) =>
      api.put<ProfileView>('/profile', toProfileInput(values), { ifMatch: profile.version }),
    onSuccess: async (changed) => {
      setProblem(undefined);
      setSavedAt(new Date());
      queryClient.setQueryData(['profile'], changed);
      await queryClient.invalidateQueries({ queryKey: ['session'] });
    },
    onError: (error) => setProblem(showProblem(form, error)),
  });
  return (
    <form className="form" onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <TextInput label={t`Name`} autoComplete="name" required withAsterisk={false} {...form.getInputProps('name')} />
      <FormRow>
        <Select
          label={t`Language of mails`}
          data={languages.map(({ tag, name }) => ({ value: tag, label: name }))}
          {...form.getInputProps('language')}
        />
        <Select label={t`Time zone`} searchable limit={60} data={timeZones} {...form.getInputProps('timeZone')} />
      </FormRow>
      <Select
        label={t`Mails about what happened`}
        description={t`What waits for you stands on the page in any case.`}
        data={[
          { value: 'each', label: t`One for each` },
          { value: 'none', label: t`None` },
        ]}
        {...form.getInputProps('mailPreference')}
      />
      {acting.role === 'learner' && <StudiesFields form={form} />}
      <ProblemNote error={problem} />
      <FormActions savedAt={savedAt}>
        <Button type="submit" variant="filled" loading={save.isPending}>{t`Save changes`}</Button>
      </FormActions>
    </form>
  );
}
