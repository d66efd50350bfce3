import type { LifeRequestView } from '@collegium/contract/agreements/requests';
import { accessionStatement } from '@collegium/contract/agreements/statement';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { agreementChanged } from '../agreement-query.ts';
import { ProveAgain } from '../signing/ProveAgain.tsx';
import { useLifeWords } from './useLifeWords.ts';

interface JoinModalProps {
  view: AgreementView;
  request: LifeRequestView;
  onClose: () => void;
}

/** The binding act of whoever joins: it signs the text in force, alone. */
export function JoinModal({ view, request, onClose }: JoinModalProps) {
  const { t } = useLingui();
  const { text, language } = useFormat();
  const { person } = useSession();
  const [office, setOffice] = useState('');
  const { follows } = useLifeWords(view).accession;
  const { name } = request.organisation;
  const hash = view.inForce?.hash ?? '';
  const sign = useMutation({
    mutationFn: () =>
      api.post(`/agreements/${view.id}/requests/${request.id}/answers`, {
        decision: 'agreed',
        signature: { hash, office: office.trim(), language },
      }),
    onSuccess: async () => {
      await agreementChanged();
      onClose();
    },
  });
  const mustProve = sign.error instanceof ApiProblem && sign.error.code === 'signature.sign_in_again';
  const statement = accessionStatement(
    {
      name: person.name,
      office: office.trim() || '…',
      organisation: name,
      title: text(view.inForce?.terms.title ?? view.title),
      number: view.inForce?.number ?? 0,
      hash,
      joinsOn: request.effectiveOn,
    },
    language,
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Sign for ${name} and join`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      size="lg"
    >
      <div className="form">
        <p>{follows}</p>
        <p className="sub">
          <Trans>Only your organisation signs. The others agree to it, and their signatures stay as they are.</Trans>
        </p>
        <TextInput
          data-autofocus
          label={t`Your function`}
          description={t`As it will stand on the document, for instance Rector`}
          value={office}
          onChange={(event) => setOffice(event.currentTarget.value)}
          maxLength={200}
        />
        <blockquote className="statement">{statement}</blockquote>
        {mustProve ? (
          <ProveAgain back={`/agreements/${view.id}?tab=life`} onProved={() => sign.mutate()} />
        ) : (
          <ProblemNote error={sign.error} />
        )}
        <div className="form-actions">
          {!mustProve && (
            <Button
              variant="filled"
              loading={sign.isPending}
              disabled={office.trim().length < 2}
              onClick={() => sign.mutate()}
            >
              {t`Sign for ${name}`}
            </Button>
          )}
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </div>
      </div>
    </Modal>
  );
}
