import type { SignatoryView, SigningView } from '@collegium/contract/agreements/signing';
import { useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { FormModal } from '../../ui/FormModal.tsx';
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
  const replace = async () => {
    await api.post(`/signatories/${signatory.id}/replace`, { ...whoBody(who), reason: reason.trim() });
    void toast(t`The new signatory is asked.`);
    await signingChanged(view.agreementId);
  };
  return (
    <FormModal
      title={t`Who signs for ${organisation.name}?`}
      submit={t`Name this signatory`}
      isWhole={isWhoWhole(who) && reason.trim().length >= 3}
      onSubmit={replace}
      onClose={onClose}
    >
      <SignatoryFields organisation={organisation} value={who} onChange={setWho} />
      <Textarea label={t`Why`} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </FormModal>
  );
}
