import type { MadeToken, TokenView } from '@collegium/contract/account';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { networkPath } from '../api/network.ts';
import { queryClient } from '../api/query-client.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Note } from '../ui/Note.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { Section } from '../ui/Section.tsx';
import { toast } from '../ui/toast.ts';
import { NewTokenForm } from './NewTokenForm.tsx';

/** The tokens by which programs act as the reader in this network. */
export function Tokens({ tokens }: { tokens: readonly TokenView[] }) {
  const { i18n, t } = useLingui();
  const [asked, ask] = useState<TokenView>();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<MadeToken>();
  const revoke = useMutation({
    mutationFn: ({ id }: TokenView) => api.delete(`/account/tokens/${id}`),
    onSuccess: async () => {
      ask(undefined);
      setMade(undefined);
      await queryClient.invalidateQueries({ queryKey: ['account'] });
      await toast(t`The token is revoked.`);
    },
  });
  return (
    <Section
      title={t`Programs that act as you`}
      aside={
        <a className="link" href={networkPath(`/api/?language=${i18n.locale}`)}>
          <Trans>Interface for programs</Trans>
        </a>
      }
    >
      {isMaking ? (
        <NewTokenForm
          onMade={(token) => {
            setMade(token);
            setMaking(false);
          }}
          onClose={() => setMaking(false)}
        />
      ) : (
        <div className="form-actions">
          <Button onClick={() => setMaking(true)}>{t`Make a token`}</Button>
        </div>
      )}
      {made && !isMaking && (
        <Note tone="good">
          <span className="strong">
            <Trans>Copy it now: it is not shown again.</Trans>
          </span>
          <p className="sub">
            <Trans>
              The program sends it as “Authorization: Bearer” with each request. Whoever has it acts as you, so keep it
              where you keep passwords.
            </Trans>
          </p>
          <SecretField label={t`Token`} value={made.token} />
        </Note>
      )}
      {tokens.length === 0 && (
        <Empty
          title={t`No program acts as you`}
          why={t`A timetable, a student register or a script can read and write for you with a token of its own.`}
        />
      )}
      <ul className="rows">
        {tokens.map((token) => (
          <li key={token.id}>
            <TokenRow token={token} onRevoke={() => ask(token)} />
          </li>
        ))}
      </ul>
      {asked && (
        <ConfirmModal
          title={t`Revoke the token ${asked.name}?`}
          consequence={t`Programs that use it are refused at once. This cannot be undone; a new token has to be made for them.`}
          confirmLabel={t`Revoke token`}
          onConfirm={() => revoke.mutate(asked)}
          onClose={() => ask(undefined)}
          isPending={revoke.isPending}
          error={revoke.error}
        />
      )}
    </Section>
  );
}

function TokenRow({ token, onRevoke }: { token: TokenView; onRevoke: () => void }) {
  const { t } = useLingui();
  const { dateTime, date } = useFormat();
  const { lastUsedAt, expiresAt, createdAt, actsFor } = token;
  return (
    <div className="row account-row">
      <IconKey size={20} stroke={1.6} aria-hidden />
      <div>
        <div className="row-t">{token.name}</div>
        <p className="sub">
          {lastUsedAt ? <Trans>Last used on {dateTime(lastUsedAt)}</Trans> : <Trans>Never used</Trans>}
          {' · '}
          <Trans>made on {date(createdAt)}</Trans>
          {' · '}
          {expiresAt ? <Trans>ends on {date(expiresAt)}</Trans> : <Trans>without end</Trans>}
          {actsFor && (
            <>
              {' · '}
              <Trans>for {actsFor}</Trans>
            </>
          )}
        </p>
      </div>
      <span className="cap">{token.scopes.includes('write') ? t`Reads and writes` : t`Reads only`}</span>
      <Button size="xs" onClick={onRevoke} aria-label={t`Revoke: ${token.name}`}>
        <Trans>Revoke</Trans>
      </Button>
    </div>
  );
}
