import type { LifeRequestView, RequestState } from '@collegium/contract/agreements/requests';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { Status, type Tone } from '../../ui/Status.tsx';
import { agreementChanged } from '../agreement-query.ts';
import { requestNames } from '../words.ts';
import { Follows } from './Follows.tsx';
import { JoinModal } from './JoinModal.tsx';
import { useLifeWords } from './useLifeWords.ts';

const tones: Record<RequestState, Tone> = {
  open: 'wait',
  agreed: 'active',
  refused: 'bad',
  recalled: 'stopped',
  done: 'good',
};

/** A request: what, by whom, why, from when, who agreed and who has still to answer. */
export function LifeRequest({ view, request }: { view: AgreementView; request: LifeRequestView }) {
  const { t } = useLingui();
  const { date, dateTime, list } = useFormat();
  const { acting } = useSession();
  const [asking, setAsking] = useState<'agreed' | 'refused' | 'recall'>();
  const names = new Map(view.parties.map(({ organisationId, name }) => [organisationId, name]));
  names.set(request.organisation.id, request.organisation.name);
  const waiting = request.waitingFor.map((id) => names.get(id) ?? '');
  const { answer: isMine, recall: canRecall } = request.abilities;
  const isJoining = request.kind === 'accession' && request.organisation.id === acting.organisation.id;
  const words: Record<RequestState, string> = {
    open: t`Waiting for ${list(waiting)}`,
    agreed: t`Agreed, from ${date(request.effectiveOn)}`,
    refused: t`Refused`,
    recalled: t`Taken back`,
    done: t`Done ${date(request.effectiveOn)}`,
  };
  return (
    <div className="row life-request">
      <span>
        <span className="row-t">{`${t(requestNames[request.kind])}: ${request.organisation.name}`}</span>
        <span className="sub agreement-reason">“{request.reason}”</span>
        {request.answers
          .filter(({ signature }) => signature !== null)
          .map(({ organisation, signature, at }) => (
            <span key={organisation} className="sub">
              {t`${organisation} signed: ${signature?.name ?? ''}, ${signature?.office ?? ''}, ${dateTime(at)}`}
            </span>
          ))}
        {request.answers
          .filter(({ reason }) => reason !== null)
          .map((answer) => (
            <span key={answer.organisationId} className="sub agreement-reason">
              {answer.organisation}: “{answer.reason}”
            </span>
          ))}
        {(isMine || canRecall) && (
          <span className="thread-acts">
            {isMine && (
              <>
                <Button size="xs" variant="filled" onClick={() => setAsking('agreed')}>
                  {isJoining ? t`Sign for ${acting.organisation.name}` : t`Agree for ${acting.organisation.name}`}
                </Button>
                <Button size="xs" onClick={() => setAsking('refused')}>
                  <Trans>Refuse</Trans>
                </Button>
              </>
            )}
            {canRecall && (
              <Button size="xs" onClick={() => setAsking('recall')}>
                <Trans>Take it back</Trans>
              </Button>
            )}
          </span>
        )}
      </span>
      <Status tone={tones[request.state]}>{words[request.state]}</Status>
      {asking === 'agreed' && isJoining && (
        <JoinModal view={view} request={request} onClose={() => setAsking(undefined)} />
      )}
      {asking && !(asking === 'agreed' && isJoining) && (
        <AnswerModal view={view} request={request} answer={asking} onClose={() => setAsking(undefined)} />
      )}
    </div>
  );
}

interface AnswerModalProps {
  view: AgreementView;
  request: LifeRequestView;
  answer: 'agreed' | 'refused' | 'recall';
  onClose: () => void;
}

function AnswerModal({ view, request, answer, onClose }: AnswerModalProps) {
  const { t } = useLingui();
  const { date } = useFormat();
  const { acting } = useSession();
  const path = `/agreements/${view.id}/requests/${request.id}`;
  const send = useMutation({
    mutationFn: (reason: string) =>
      answer === 'recall'
        ? api.post(`${path}/recall`, { reason })
        : api.post(`${path}/answers`, { decision: answer, ...(reason !== '' && { reason }) }),
    onSuccess: async () => {
      await agreementChanged();
      onClose();
    },
  });
  const kind = t(requestNames[request.kind]);
  const { follows } = useLifeWords(view)[request.kind];
  const titles = { agreed: t`Agree?`, refused: t`Refuse?`, recall: t`Take it back?` };
  const labels = { agreed: t`Agree for ${acting.organisation.name}`, refused: t`Refuse`, recall: t`Take it back` };
  return (
    <ConfirmModal
      title={titles[answer]}
      consequence={
        answer === 'agreed' ? (
          <>
            <p>{t`${kind}, from ${date(request.effectiveOn)}. Once all who must have agreed, it takes effect on that day.`}</p>
            <Follows view={view} follows={follows} />
          </>
        ) : (
          t`${kind}, from ${date(request.effectiveOn)}: it will not happen. The agreement stays as it is.`
        )
      }
      confirmLabel={labels[answer]}
      {...(answer !== 'agreed' && { reasonLabel: t`Why? All parties read this.` })}
      onConfirm={(reason) => send.mutate(reason)}
      onClose={onClose}
      isPending={send.isPending}
      error={send.error}
    />
  );
}
