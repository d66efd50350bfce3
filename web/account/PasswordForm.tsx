import { passwordLength } from '@collegium/contract/password-length';
import { useLingui } from '@lingui/react/macro';
import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { toast } from '../ui/toast.ts';

/** Asks for the password so far and the new one. The hidden address tells password managers whose they are. */
export function PasswordForm({ email, onDone }: { email: string; onDone: () => void }) {
  const { t } = useLingui();
  const shortest = passwordLength.least;
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: {
      currentPassword: (value) => (value === '' ? t`Enter the password that you sign in with now.` : null),
      newPassword: (value) =>
        value.length >= shortest ? null : t`Enter at least ${shortest} characters; a few words are easy to remember.`,
    },
  });
  const change = useMutation({
    mutationFn: (values: typeof form.values) => api.put('/account/password', values),
    onSuccess: async () => {
      onDone();
      await queryClient.invalidateQueries({ queryKey: ['account'] });
      await toast(t`Your new password counts from now on. Other browsers are signed out.`);
    },
  });
  const toggle = { 'aria-label': t`Show the password` };
  return (
    <form className="form" onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        data-autofocus
        label={t`Password now`}
        autoComplete="current-password"
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps('currentPassword')}
      />
      <PasswordInput
        label={t`New password`}
        description={t`At least ${shortest} characters`}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps('newPassword')}
      />
      <ProblemNote error={change.error} />
      <div className="form-actions">
        <Button type="submit" variant="filled" loading={change.isPending}>{t`Use this password`}</Button>
        <Button onClick={onDone}>{t`Cancel`}</Button>
      </div>
    </form>
  );
}
