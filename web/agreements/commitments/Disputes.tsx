import type { DisputeView } from '@collegium/contract/commitments/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { Status } from '../../ui/Status.tsx';
import { commitmentChanged } from './commitment-query.ts';

/** What parties said was wrong, and what the other side answered. */
export function Disputes({ disputes }: { disputes: DisputeView[] }) {
  if (disputes.length === 0) return null;
  return (
    <div>
      <h3 className="field-label">
        <Trans>Disputes</Trans>
      </h3>
      <ul className="rows">
        {disputes.map((one) => (
          <DisputeRow key={one.id} dispute={one} />
        ))}
      </ul>
    </div>
  );
}

function DisputeRow({ dispute }: { dispute: DisputeView }) {
  const { t } = useLingui();
  const { date } = useFormat();
  const [decision, setDecision] = useState<'accepted' | 'declined'>();
  const { id, version, abilities } = dispute;
  const answer = useMutation({
    mutationFn: (words: string) =>
      api.post(`/disputes/${id}/answer`, { decision, answer: words }, { ifMatch: version }),
    onSuccess: async () => {
      setDecision(undefined);
      await commitmentChanged();
    },
  });
  const withdraw = useMutation({
    mutationFn: () => api.post(`/disputes/${id}/withdraw`, undefined, { ifMatch: version }),
    onSuccess: commitmentChanged,
  });
  return (
    <li className="row record-row">
      <div>
        <div className="row-t">{dispute.reason}</div>
        <div className="cap">
          {dispute.raisedFor.name} · <span className="num">{date(dispute.raisedAt)}</span>
        </div>
        {dispute.answer && (
          <div className="sub">
            {dispute.answeredFor?.name}: {dispute.answer}
          </div>
        )}
        <ProblemNote error={withdraw.error} />
      </div>
      <DisputeStatus dispute={dispute} />
      {abilities.answer && (
        <>
          <Button size="compact-sm" onClick={() => setDecision('accepted')}>
            <Trans>Accept</Trans>
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => setDecision('declined')}>
            <Trans>Decline</Trans>
          </Button>
        </>
      )}
      {abilities.withdraw && (
        <Button size="compact-sm" variant="subtle" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          <Trans>Take back</Trans>
        </Button>
      )}
      {decision && (
        <ConfirmModal
          title={decision === 'accepted' ? t`Accept this dispute?` : t`Decline this dispute?`}
          consequence={
            decision === 'declined' ? (
              <Trans>The figure stands. Both sides keep reading the dispute and your answer.</Trans>
            ) : dispute.sourceId === null ? (
              <Trans>Both sides then agree that the figure needs mending. Rows are left out one by one.</Trans>
            ) : (
              <Trans>The row no longer counts, whatever is counted later.</Trans>
            )
          }
          confirmLabel={decision === 'accepted' ? t`Accept the dispute` : t`Decline the dispute`}
          reasonLabel={t`Your answer; all parties read it.`}
          onConfirm={(words) => answer.mutate(words)}
          onClose={() => setDecision(undefined)}
          isPending={answer.isPending}
          error={answer.error}
        />
      )}
    </li>
  );
}

function DisputeStatus({ dispute: { state } }: { dispute: DisputeView }) {
  const { t } = useLingui();
  switch (state) {
    case 'open':
      return <Status tone="wait">{t`Waiting for an answer`}</Status>;
    case 'accepted':
      return <Status tone="good">{t`Accepted`}</Status>;
    case 'declined':
      return <Status tone="stopped">{t`Declined`}</Status>;
    case 'withdrawn':
      return <Status tone="stopped">{t`Taken back`}</Status>;
  }
}
