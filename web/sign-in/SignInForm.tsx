import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { providerQuery, sendMagicLink, signInWithPassword } from '../api/sign-in.ts';
import { EmailSent } from './EmailSent.tsx';
import { isEmail } from './is-email.ts';
import { SignInProblem } from './SignInProblem.tsx';

/** Address and password, or the address alone and a link by mail. */
export function SignInForm({ next, onEntered }: { next: string; onEntered: () => void }) {
  const { t } = useLingui();
  const { data: provider } = useQuery(providerQuery);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<'email' | 'password'>();
  const signIn = useMutation({ mutationFn: () => signInWithPassword(email.trim(), password), onSuccess: onEntered });
  const link = useMutation({ mutationFn: () => sendMagicLink(email.trim(), next) });

  function submit(event: FormEvent) {
    event.preventDefault();
    const lacking = !isEmail(email) ? 'email' : password === '' ? 'password' : undefined;
    setMissing(lacking);
    if (!lacking) signIn.mutate();
  }
  function askForLink() {
    setMissing(isEmail(email) ? undefined : 'email');
    if (isEmail(email)) link.mutate();
  }

  if (link.isSuccess) return <EmailSent email={email} onAgain={link.reset} />;
  return (
    <form className="form" onSubmit={submit} noValidate>
      <SignInProblem error={signIn.error ?? link.error} />
      <TextInput
        label={t`E-mail`}
        type="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={missing === 'email' && t`Enter an address such as name@example.org.`}
      />
      <PasswordInput
        label={t`Password`}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t`Show the password` }}
        error={missing === 'password' && t`Enter your password, or ask for a link by mail.`}
      />
      <div className="form-actions">
        <Button type="submit" variant={provider ? 'default' : 'filled'} loading={signIn.isPending}>{t`Sign in`}</Button>
        <Button leftSection={<IconMail size={16} stroke={1.7} />} loading={link.isPending} onClick={askForLink}>
          {t`Send me a link instead`}
        </Button>
      </div>
      <Link to="/sign-in/forgotten-password" className="link sub">
        <Trans>Forgotten password?</Trans>
      </Link>
    </form>
  );
}
