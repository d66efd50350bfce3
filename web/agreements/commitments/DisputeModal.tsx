import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { commitmentChanged } from './commitment-query.ts';

interface DisputeModalProps {
  commitmentId: string;
  period: number;
  /** One row; the whole figure without it. */
  sourceId?: string;
  onClose: () => void;
}

/** Says that a figure or a row is wrong; the other side reads why and answers. */
export function DisputeModal({ commitmentId, period, sourceId, onClose }: DisputeModalProps) {
  const { t } = useLingui();
  const raise = useMutation({
    mutationFn: (reason: string) => api.post(`/commitments/${commitmentId}/disputes`, { period, sourceId, reason }),
    onSuccess: async () => {
      await commitmentChanged();
      onClose();
    },
  });
  return (
    <ConfirmModal
      title={sourceId ? t`Dispute this row?` : t`Dispute this figure?`}
      consequence={
        <Trans>The other side reads your reason and answers. Until then the figure stands, marked as disputed.</Trans>
      }
      confirmLabel={sourceId ? t`Dispute the row` : t`Dispute the figure`}
      reasonLabel={t`What is wrong? All parties read this.`}
      onConfirm={(reason) => raise.mutate(reason)}
      onClose={onClose}
      isPending={raise.isPending}
      error={raise.error}
    />
  );
}
