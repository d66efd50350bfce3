import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { providerQuery, signInWithProvider } from '../api/sign-in.ts';
import { Note } from '../ui/Note.tsx';
import { SignInProblem } from './SignInProblem.tsx';

/** The way in through the outside identity provider, where the server has one; otherwise nothing. */
export function ProviderButton({ next, isRefused }: { next: string; isRefused: boolean }) {
  const { data: label } = useQuery(providerQuery);
  const begin = useMutation({ mutationFn: () => signInWithProvider(next) });
  if (!label) return null;
  return (
    <div className="form gate-provider">
      {isRefused && (
        <Note tone="wait">
          <Trans>
            {label} did not let you in, or nobody here has the address that it gave. Ask an administrator of your
            organisation to invite you with that address, then try again.
          </Trans>
        </Note>
      )}
      <SignInProblem error={begin.error} />
      <Button
        variant="filled"
        fullWidth
        leftSection={<IconId size={16} stroke={1.7} aria-hidden />}
        loading={begin.isPending || begin.isSuccess}
        onClick={() => begin.mutate()}
      >
        <Trans>Sign in with {label}</Trans>
      </Button>
      <p className="cap">
        <Trans>Or with your address here:</Trans>
      </p>
    </div>
  );
}
