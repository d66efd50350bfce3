import type { AgreementMoved, AgreementView, VersionText } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { agreementChanged } from './agreement-query.ts';
import { shortHash } from './short-hash.ts';
import { stepNames } from './words.ts';

interface DecideModalProps {
  view: AgreementView;
  text: VersionText;
  isApproval: boolean;
  onClose: () => void;
}

/** Asks before a party approves a step of its review, or asks for a change with the reason that all read. */
export function DecideModal({ view, text, isApproval, onClose }: DecideModalProps) {
  const { t } = useLingui();
  const { acting } = useSession();
  const [step] = view.yourSteps;
  const decide = useMutation({
    mutationFn: (reason: string) =>
      api.post<AgreementMoved>(`/agreements/${view.id}/versions/${text.number}/decisions`, {
        step,
        decision: isApproval ? 'approved' : 'change_asked',
        hash: text.hash,
        ...(reason !== '' && { reason }),
      }),
    onSuccess: async () => {
      await agreementChanged();
      onClose();
    },
  });
  const stepName = step ? t(stepNames[step]) : '';
  const fingerprint = text.hash ? shortHash(text.hash) : '';
  return (
    <ConfirmModal
      title={isApproval ? t`Approve version ${text.number}?` : t`Ask for a change of version ${text.number}?`}
      consequence={
        isApproval ? (
          <Trans>
            You approve the step “{stepName}” for {acting.organisation.name}, of the text with the fingerprint{' '}
            {fingerprint}. When every party has approved, it can be signed.
          </Trans>
        ) : (
          <Trans>
            The version goes back to all parties with your reason; the next draft is made from it. What is in force
            stays in force.
          </Trans>
        )
      }
      confirmLabel={isApproval ? t`Approve for ${acting.organisation.name}` : t`Ask for a change`}
      {...(!isApproval && { reasonLabel: t`What should change, and why? All parties read this.` })}
      onConfirm={(reason) => decide.mutate(reason)}
      onClose={onClose}
      isPending={decide.isPending}
      error={decide.error}
    />
  );
}
