import type { OutcomeView } from '@collegium/contract/outcomes';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { outcomeChanged } from './outcome-query.ts';

/** Asks before recognition is refused, and for the reason. */
export function RefuseModal({ view, onClose }: { view: OutcomeView; onClose: () => void }) {
  const { t } = useLingui();
  const refuse = useMutation({
    mutationFn: (reason: string) => api.post<OutcomeView>(`/outcomes/${view.id}/refusal`, { reason }),
    onSuccess: async (changed) => {
      await outcomeChanged(changed);
      onClose();
    },
  });
  return (
    <ConfirmModal
      title={t`Refuse recognition?`}
      consequence={
        <Trans>
          {view.learner.name} gets no credits at {view.home.name} for this. The assessment stays on record, marked as
          not recognised. This is final.
        </Trans>
      }
      confirmLabel={t`Refuse for ${view.home.name}`}
      reasonLabel={t`Why is it not recognised? The learner and the provider read this.`}
      onConfirm={(reason) => refuse.mutate(reason)}
      onClose={onClose}
      isPending={refuse.isPending}
      error={refuse.error}
    />
  );
}
