import type { ParticipationView } from '@collegium/contract/participation/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { participationChanged } from './participation-query.ts';
import { useHours } from './useHours.ts';

/** Asks before the provider completes a participation. */
export function CompleteModal({ view, onClose }: { view: ParticipationView; onClose: () => void }) {
  const { t } = useLingui();
  const hours = useHours();
  const complete = useMutation({
    mutationFn: () => api.post<ParticipationView>(`/participations/${view.id}/completion`),
    onSuccess: async (changed) => {
      await participationChanged(changed);
      onClose();
    },
  });
  const { confirmedMinutes, plannedMinutes, waiting } = view.journal;
  return (
    <ConfirmModal
      title={t`Complete this placement?`}
      consequence={
        <>
          <p>
            <Trans>
              The journal closes and you assess what was learnt. This cannot be undone; {view.learner.name} and{' '}
              {view.home.name} are told.
            </Trans>
          </p>
          {plannedMinutes !== null && (
            <p className="sub">
              <Trans>
                {hours.number(confirmedMinutes)} of {hours.number(plannedMinutes)} planned hours are confirmed.
              </Trans>{' '}
              {waiting > 0 && <Trans>Entries that still wait can be confirmed afterwards.</Trans>}
            </p>
          )}
        </>
      }
      confirmLabel={t`Complete for ${view.provider.name}`}
      onConfirm={() => complete.mutate()}
      onClose={onClose}
      isPending={complete.isPending}
      error={complete.error}
    />
  );
}
