import { useLingui } from '@lingui/react/macro';
import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNetwork, useSession } from '../../api/session.ts';
import {
  providerQuery,
  sampleAccountsQuery,
  sendMagicLink,
  signInAnew,
  signInAnewAsSample,
  signInWithProvider,
} from '../../api/sign-in.ts';
import { Note } from '../../ui/Note.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';

/** Proves once more who is at the keyboard: by password, by a mailed link, by the identity provider; one click in the sample. `back` is where a mailed link or the provider leads. */
export function ProveAgain({ back, onProved }: { back: string; onProved: () => void }) {
  const { t } = useLingui();
  const { person } = useSession();
  const isSample = useNetwork()?.isSample === true;
  const [password, setPassword] = useState('');
  const { data: provider } = useQuery(providerQuery);
  const { data: accounts } = useQuery({ ...sampleAccountsQuery, enabled: isSample });
  const sample = accounts?.find((account) => account.name === person.name);
  const prove = useMutation({
    mutationFn: () => (sample ? signInAnewAsSample(sample) : signInAnew(person.email ?? '', password)),
    onSuccess: onProved,
  });
  const mail = useMutation({ mutationFn: () => sendMagicLink(person.email ?? '', back) });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        prove.mutate();
      }}
    >
      <Note tone="wait">
        <span className="strong">{t`Prove once more that it is you`}</span>
        <p className="sub">{t`A signature needs a sign-in of the last five minutes, so that nobody signs at a screen that was left open.`}</p>
      </Note>
      {!sample && (
        <PasswordInput
          data-autofocus
          label={t`Password of ${person.email ?? person.name}`}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
        />
      )}
      <ProblemNote error={prove.error ?? mail.error} />
      <div className="form-actions">
        <Button type="submit" variant="filled" loading={prove.isPending} disabled={!sample && password === ''}>
          {sample ? t`Yes, I am ${person.name}: sign` : t`Prove it and sign`}
        </Button>
        {!sample && (
          <Button onClick={() => mail.mutate()} loading={mail.isPending} disabled={mail.isSuccess}>
            {mail.isSuccess ? t`Link sent: open it, then sign here` : t`Send me a link instead`}
          </Button>
        )}
        {provider && <Button onClick={() => void signInWithProvider(back)}>{t`Use ${provider}`}</Button>}
      </div>
    </form>
  );
}
