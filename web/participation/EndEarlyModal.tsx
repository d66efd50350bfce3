import type { ParticipationView } from '@collegium/contract/participation/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { participationChanged } from './participation-query.ts';

/** Asks before a party ends a participation, and for the reason that all read. */
export function EndEarlyModal({ view, onClose }: { view: ParticipationView; onClose: () => void }) {
  const { t } = useLingui();
  const end = useMutation({
    mutationFn: (reason: string) => api.post<ParticipationView>(`/participations/${view.id}/early-end`, { reason }),
    onSuccess: async (changed) => {
      await participationChanged(changed);
      onClose();
    },
  });
  return (
    <ConfirmModal
      title={t`End this placement before its time?`}
      consequence={
        <Trans>
          It ends today for {view.learner.name}, {view.provider.name} and {view.home.name}. What is in the journal
          stays, and what was learnt so far can still be assessed. This cannot be undone.
        </Trans>
      }
      confirmLabel={t`End it early`}
      reasonLabel={t`Why does it end? All three parties read this.`}
      onConfirm={(reason) => end.mutate(reason)}
      onClose={onClose}
      isPending={end.isPending}
      error={end.error}
    />
  );
}
