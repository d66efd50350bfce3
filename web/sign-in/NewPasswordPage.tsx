import { passwordLength } from '@collegium/contract/password-length';
import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { resetPassword } from '../api/sign-in.ts';
import { toast } from '../ui/toast.ts';
import { Gate } from './Gate.tsx';
import { SignInProblem } from './SignInProblem.tsx';

const route = getRouteApi('/sign-in/new-password');
const shortest = passwordLength.least;

/** Where the mail about a forgotten password leads. */
export function NewPasswordPage() {
  const { t } = useLingui();
  const { token = '' } = route.useSearch();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { password: '' },
    validate: {
      password: (value) =>
        value.length >= shortest ? null : t`Enter at least ${shortest} characters; a few words are easy to remember.`,
    },
  });
  const save = useMutation({
    mutationFn: (password: string) => resetPassword(token, password),
    onSuccess: async () => {
      void toast(t`Your new password counts from now on`);
      await navigate({ to: '/sign-in' });
    },
  });
  return (
    <Gate title={t`Choose a new password`}>
      <form className="form" onSubmit={form.onSubmit(({ password }) => save.mutate(password))} noValidate>
        <SignInProblem error={save.error} />
        <PasswordInput
          label={t`New password`}
          description={t`At least ${shortest} characters`}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <div className="form-actions">
          <Button type="submit" variant="filled" loading={save.isPending}>{t`Use this password`}</Button>
        </div>
      </form>
    </Gate>
  );
}
