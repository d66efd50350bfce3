import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { requestPasswordReset } from '../api/sign-in.ts';
import { EmailSent } from './EmailSent.tsx';
import { Gate } from './Gate.tsx';
import { isEmail } from './is-email.ts';
import { SignInProblem } from './SignInProblem.tsx';

/** Asks for a mail with which a new password can be chosen. */
export function ForgottenPasswordPage() {
  const { t } = useLingui();
  const ask = useMutation({ mutationFn: requestPasswordReset });
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (isEmail(value) ? null : t`Enter an address such as name@example.org.`) },
  });
  return (
    <Gate title={t`Choose a new password`}>
      {ask.isSuccess ? (
        <EmailSent email={form.values.email} onAgain={ask.reset} />
      ) : (
        <form className="form" onSubmit={form.onSubmit(({ email }) => ask.mutate(email))} noValidate>
          <SignInProblem error={ask.error} />
          <TextInput
            label={t`E-mail`}
            description={t`We send a link to it, under which you choose a new password.`}
            type="email"
            autoComplete="username"
            {...form.getInputProps('email')}
          />
          <div className="form-actions">
            <Button type="submit" variant="filled" loading={ask.isPending}>{t`Send the link`}</Button>
            <Button component={Link} to="/sign-in">{t`Back to sign-in`}</Button>
          </div>
        </form>
      )}
    </Gate>
  );
}
