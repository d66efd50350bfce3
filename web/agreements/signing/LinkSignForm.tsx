import type { CodeSent, LinkSigned, LinkView } from '@collegium/contract/agreements/signing-link';
import { signingStatement } from '@collegium/contract/agreements/statement';
import { useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { Note } from '../../ui/Note.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';

/** What became of the link. */
export type LinkOutcome = { kind: 'signed'; checkCode: string } | { kind: 'declined' };

interface LinkSignFormProps {
  view: LinkView;
  token: string;
  onDone: (outcome: LinkOutcome) => void;
}

/** Function, statement, and the code that proves the mailbox at this moment; then sign, or decline with a reason. */
export function LinkSignForm({ view, token, onDone }: LinkSignFormProps) {
  const { t } = useLingui();
  const { text, language } = useFormat();
  const [office, setOffice] = useState(view.office);
  const [code, setCode] = useState('');
  const [isDeclining, setDeclining] = useState(false);
  const send = useMutation({ mutationFn: () => api.post<CodeSent>('/signing-links/code', { token }) });
  const sign = useMutation({
    mutationFn: () =>
      api.post<LinkSigned>('/signing-links/sign', { token, code, hash: view.hash, office: office.trim(), language }),
    onSuccess: ({ checkCode }) => onDone({ kind: 'signed', checkCode }),
  });
  const decline = useMutation({
    mutationFn: (reason: string) => api.post('/signing-links/decline', { token, code, reason }),
    onSuccess: () => onDone({ kind: 'declined' }),
  });
  const { kind, name, organisation, record, hash } = view;
  const title = text(view.title);
  const statement = signingStatement(
    { kind, name, office: office.trim() || '…', organisation, title, number: record.number, hash },
    language,
  );
  const hasCode = /^\d{6}$/.test(code);
  return (
    <div className="form">
      <TextInput
        label={t`Your function`}
        description={t`As it will stand on the document, for instance Rector`}
        value={office}
        onChange={(event) => setOffice(event.currentTarget.value)}
        maxLength={200}
      />
      <blockquote className="statement">{statement}</blockquote>
      {!send.data && (
        <Note>{t`To sign or to decline, you need a code of six digits. It is sent to ${view.address}, and works for five minutes.`}</Note>
      )}
      <div className="form-actions">
        <Button variant={send.data ? 'default' : 'filled'} loading={send.isPending} onClick={() => send.mutate()}>
          {send.data ? t`Send another code` : t`Send me the code`}
        </Button>
      </div>
      <ProblemNote error={send.error} />
      {send.data && (
        <>
          <TextInput
            label={t`The six digits`}
            description={t`Sent to ${send.data.address}`}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value.replaceAll(/\D/g, ''))}
          />
          <ProblemNote error={sign.error} />
          <div className="form-actions">
            <Button
              variant="filled"
              loading={sign.isPending}
              disabled={!hasCode || office.trim().length < 2}
              onClick={() => sign.mutate()}
            >
              {kind === 'witness' ? t`Witness for ${organisation}` : t`Sign for ${organisation}`}
            </Button>
            <Button disabled={!hasCode} onClick={() => setDeclining(true)}>{t`Decline to sign`}</Button>
          </div>
        </>
      )}
      {isDeclining && (
        <ConfirmModal
          title={t`Decline to sign?`}
          consequence={t`The version goes back to negotiation, and what others have signed of it counts no more. Every party reads your reason.`}
          confirmLabel={t`Decline to sign`}
          reasonLabel={t`Why`}
          onConfirm={(reason) => decline.mutate(reason)}
          onClose={() => setDeclining(false)}
          isPending={decline.isPending}
          error={decline.error}
        />
      )}
    </div>
  );
}
