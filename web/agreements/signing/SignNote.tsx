import type { SignatoryView, SigningView } from '@collegium/contract/agreements/signing';
import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { SignModal } from './SignModal.tsx';
import { signingChanged } from './signing-query.ts';

/** The reader's own signature is due: sign, or decline with a reason. */
export function SignNote({ view, signatory }: { view: SigningView; signatory: SignatoryView }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<'sign' | 'decline'>();
  const { name } = signatory.organisation;
  const decline = useMutation({
    mutationFn: (reason: string) => api.post(`/signatories/${signatory.id}/decline`, { reason }),
    onSuccess: () => signingChanged(view.agreementId),
  });
  return (
    <section className="note nextstep" aria-label={t`Your signature`}>
      <div>
        <div className="cap">{t`Your next step`}</div>
        <div className="sign-step">{t`Read the text below, then sign for ${name}`}</div>
        <p className="sub">{t`You prove who you are once more, and your name, function and the time are kept with the fingerprint of the text.`}</p>
      </div>
      <div className="sign-acts">
        <Button variant="filled" onClick={() => setOpen('sign')}>
          {signatory.kind === 'witness' ? t`Witness for ${name}` : t`Sign for ${name}`}
        </Button>
        <Button onClick={() => setOpen('decline')}>{t`Decline to sign`}</Button>
      </div>
      {open === 'sign' && <SignModal view={view} signatory={signatory} onClose={() => setOpen(undefined)} />}
      {open === 'decline' && (
        <ConfirmModal
          title={t`Decline to sign?`}
          consequence={t`The version goes back to negotiation, and what others have signed of it counts no more. Every party reads your reason.`}
          confirmLabel={t`Decline to sign`}
          reasonLabel={t`Why`}
          onConfirm={(reason) => decline.mutate(reason)}
          onClose={() => setOpen(undefined)}
          isPending={decline.isPending}
          error={decline.error}
        />
      )}
    </section>
  );
}
