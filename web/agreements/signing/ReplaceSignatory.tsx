import type { SignatoryView, SigningView } from '@collegium/contract/agreements/signing';
import { useLingui } from '@lingui/react/macro';
import { Button, Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { toast } from '../../ui/toast.ts';
import { isWhoWhole, SignatoryFields, whoBody, type Who } from './SignatoryFields.tsx';
import { signingChanged } from './signing-query.ts';

interface ReplaceSignatoryProps {
  view: SigningView;
  signatory: SignatoryView;
  onClose: () => void;
}

/** Names somebody else to sign, with the reason: the person left, is away, or has no account. */
export function ReplaceSignatory({ view, signatory, onClose }: ReplaceSignatoryProps) {
  const { t } = useLingui();
  const { organisation, email, name, office } = signatory;
  const [who, setWho] = useState<Who>({
    by: email === null ? 'administrators' : 'link',
    personId: null,
    name: name ?? '',
    email: email ?? '',
    office: office ?? '',
  });
  const [reason, setReason] = useState('');
  const replace = useMutation({
    mutationFn: () => api.post(`/signatories/${signatory.id}/replace`, { ...whoBody(who), reason: reason.trim() }),
    onSuccess: async () => {
      onClose();
      void toast(t`The new signatory is asked.`);
      await signingChanged(view.agreementId);
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Who signs for ${organisation.name}?`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          replace.mutate();
        }}
      >
        <SignatoryFields organisation={organisation} value={who} onChange={setWho} />
        <Textarea label={t`Why`} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <ProblemNote error={replace.error} />
        <div className="form-actions">
          <Button
            type="submit"
            variant="filled"
            loading={replace.isPending}
            disabled={!isWhoWhole(who) || reason.trim().length < 3}
          >
            {t`Name this signatory`}
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </div>
      </form>
    </Modal>
  );
}
