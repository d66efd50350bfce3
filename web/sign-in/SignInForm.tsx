import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { IconMail } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { sendMagicLink, signInWithPassword } from '../api/sign-in.ts';
import { EmailSent } from './EmailSent.tsx';
import { isEmail } from './is-email.ts';
import { SignInProblem } from './SignInProblem.tsx';

/** Address and password, or the address alone and a link by mail. */
export function SignInForm({ next, onEntered }: { next: string; onEntered: () => void }) {
  const { t } = useLingui();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (isEmail(value) ? null : t`Enter an address such as name@example.org.`),
    },
  });
  const signIn = useMutation({
    mutationFn: (values: typeof form.values) => signInWithPassword(values.email, values.password),
    onSuccess: onEntered,
  });
  const link = useMutation({ mutationFn: () => sendMagicLink(form.values.email, next) });

  function submit(values: typeof form.values) {
    if (values.password === '') form.setFieldError('password', t`Enter your password, or ask for a link by mail.`);
    else signIn.mutate(values);
  }
  function askForLink() {
    if (!form.validateField('email').hasError) link.mutate();
  }

  if (link.isSuccess) return <EmailSent email={form.values.email} onAgain={link.reset} />;
  return (
    <form className="form" onSubmit={form.onSubmit(submit)} noValidate>
      <SignInProblem error={signIn.error ?? link.error} />
      <TextInput
        label={t`E-mail`}
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        {...form.getInputProps('email')}
      />
      <PasswordInput label={t`Password`} autoComplete="current-password" {...form.getInputProps('password')} />
      <div className="form-actions">
        <Button type="submit" variant="filled" loading={signIn.isPending}>{t`Sign in`}</Button>
        <Button
          leftSection={<IconMail size={16} stroke={1.7} />}
          loading={link.isPending}
          onClick={askForLink}
        >{t`Send me a link instead`}</Button>
      </div>
      <Link to="/sign-in/forgotten-password" className="link sub">
        <Trans>Forgotten password?</Trans>
      </Link>
    </form>
  );
}
