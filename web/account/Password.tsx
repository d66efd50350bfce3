import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { requestPasswordReset } from '../api/sign-in.ts';
import { Note } from '../ui/Note.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { Section } from '../ui/Section.tsx';
import { PasswordForm } from './PasswordForm.tsx';

/** Changes the password; whoever has none, or forgot it, gets a link by mail. */
export function Password({ hasPassword, email }: { hasPassword: boolean; email: string }) {
  const { t } = useLingui();
  const [isChanging, setChanging] = useState(false);
  const link = useMutation({ mutationFn: () => requestPasswordReset(email) });
  if (isChanging)
    return (
      <Section title={t`Password`}>
        <PasswordForm email={email} onDone={() => setChanging(false)} />
      </Section>
    );
  return (
    <Section title={t`Password`}>
      <p className="sub account-why">
        {hasPassword ? (
          <Trans>A new password signs all other browsers out.</Trans>
        ) : (
          <Trans>You have none: you sign in with a link by mail. You can choose one as well.</Trans>
        )}
      </p>
      <ProblemNote error={link.error} />
      {link.isSuccess && (
        <Note tone="good">
          <Trans>A link is on its way to {email}. It works once, within an hour.</Trans>
        </Note>
      )}
      <div className="form-actions">
        {hasPassword && <Button onClick={() => setChanging(true)}>{t`Change password`}</Button>}
        <Button {...(hasPassword && { variant: 'subtle' })} loading={link.isPending} onClick={() => link.mutate()}>
          {hasPassword ? t`Forgotten it? Send me a link` : t`Send me a link to choose a password`}
        </Button>
      </div>
    </Section>
  );
}
