import type { PlanView } from '@collegium/contract/participation/plans';
import type { ParticipationView } from '@collegium/contract/participation/views';
import type { Party } from '@collegium/contract/participation';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { participationChanged } from './participation-query.ts';
import { usePartyLabel } from './usePartyLabel.ts';

/** The call-out above a version that waits: one button for each party that the reader stands for and that has not signed. */
export function ApprovePlan({ view, plan }: { view: ParticipationView; plan: PlanView }) {
  const { t } = useLingui();
  const label = usePartyLabel(view);
  const [party, setParty] = useState<Party>();
  const approve = useMutation({
    mutationFn: (as: Party) =>
      api.post<ParticipationView>(`/participations/${view.id}/plans/${plan.number}/approvals`, { as: [as] }),
    onSuccess: async (changed) => {
      await participationChanged(changed);
      setParty(undefined);
    },
  });
  const mine = view.myParties.filter((one) => !plan.approvals.some((approval) => approval.party === one));
  if (!view.abilities.approvePlan || mine.length === 0) return null;
  return (
    <section className="note nextstep" aria-label={t`Your approval`}>
      <div>
        <div className="nextstep-cap">{t`Your next step`}</div>
        <div className="nextstep-t">{t`Read this version, then approve it`}</div>
        <p className="sub">{t`If something is not right, propose a change instead.`}</p>
      </div>
      <div className="approve-acts">
        {mine.map((one) => (
          <Button key={one} variant="filled" onClick={() => setParty(one)}>
            {label(one)}
          </Button>
        ))}
      </div>
      {party && (
        <ConfirmModal
          title={t`Approve version ${plan.number} of the plan?`}
          consequence={
            plan.approvals.length === 2 ? (
              <Trans>Yours is the last signature: this version is in force at once for all three parties.</Trans>
            ) : (
              <Trans>
                It is in force when all three parties have approved it. Your name and the time are recorded.
              </Trans>
            )
          }
          confirmLabel={label(party)}
          onConfirm={() => approve.mutate(party)}
          onClose={() => setParty(undefined)}
          isPending={approve.isPending}
          error={approve.error}
        />
      )}
    </section>
  );
}
