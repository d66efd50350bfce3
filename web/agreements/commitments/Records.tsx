import type { CommitmentView, ContributionView } from '@collegium/contract/commitments/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { commitmentChanged } from './commitment-query.ts';
import { useAmount } from '../../ui/promises/useAmount.ts';

/** What people recorded: who gave what when, confirmed by the other side or not. */
export function Records({
  commitment,
  contributions,
}: {
  commitment: CommitmentView;
  contributions: ContributionView[];
}) {
  if (contributions.length === 0) return null;
  return (
    <div>
      <h3 className="field-label">
        <Trans>Records</Trans>
      </h3>
      <ul className="rows">
        {contributions.map((one) => (
          <ContributionRow key={one.id} commitment={commitment} contribution={one} />
        ))}
      </ul>
    </div>
  );
}

function ContributionRow({ commitment, contribution }: { commitment: CommitmentView; contribution: ContributionView }) {
  const { t } = useLingui();
  const { date } = useFormat();
  const { amount } = useAmount();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { id, version, abilities } = contribution;
  const countersign = useMutation({
    mutationFn: () => api.post(`/contributions/${id}/countersign`, undefined, { ifMatch: version }),
    onSuccess: commitmentChanged,
  });
  const withdraw = useMutation({
    mutationFn: (reason: string) => api.post(`/contributions/${id}/withdraw`, { reason }, { ifMatch: version }),
    onSuccess: async () => {
      setWithdrawing(false);
      await commitmentChanged();
    },
  });
  return (
    <li className="row record-row">
      <div>
        <div className="row-t">
          <span className="num">{amount(contribution.amount, commitment)}</span> · {contribution.description}
        </div>
        <div className="cap">
          <span className="num">{date(contribution.doneOn)}</span> · <Standing contribution={contribution} />
          {contribution.evidenceUrl && (
            <>
              {' · '}
              <a className="link" href={contribution.evidenceUrl} rel="noreferrer">
                <Trans>Evidence</Trans>
              </a>
            </>
          )}
        </div>
        <ProblemNote error={countersign.error} />
      </div>
      {abilities.countersign && (
        <Button size="compact-sm" loading={countersign.isPending} onClick={() => countersign.mutate()}>
          <Trans>Confirm it</Trans>
        </Button>
      )}
      {abilities.withdraw && (
        <Button size="compact-sm" variant="subtle" onClick={() => setWithdrawing(true)}>
          <Trans>Take back</Trans>
        </Button>
      )}
      {isWithdrawing && (
        <ConfirmModal
          title={t`Take this record back?`}
          consequence={<Trans>It no longer counts. All parties still read it, with your reason.</Trans>}
          confirmLabel={t`Take the record back`}
          reasonLabel={t`Why is it taken back?`}
          onConfirm={(reason) => withdraw.mutate(reason)}
          onClose={() => setWithdrawing(false)}
          isPending={withdraw.isPending}
          error={withdraw.error}
        />
      )}
    </li>
  );
}

function Standing({ contribution }: { contribution: ContributionView }) {
  if (contribution.withdrawnAt) return <Trans>Taken back: {contribution.withdrawalReason}</Trans>;
  if (contribution.countersignedBy) return <Trans>Confirmed by {contribution.countersignedBy}</Trans>;
  return <Trans>Recorded by {contribution.recordedBy}, not yet confirmed</Trans>;
}
