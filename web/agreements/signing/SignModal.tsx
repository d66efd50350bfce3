import type { SignatoryView, SigningView } from '@collegium/contract/agreements/signing';
import { signingStatement } from '@collegium/contract/agreements/statement';
import { useLingui } from '@lingui/react/macro';
import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { toast } from '../../ui/toast.ts';
import { ProveAgain } from './ProveAgain.tsx';
import { signingChanged } from './signing-query.ts';

interface SignModalProps {
  view: SigningView;
  signatory: SignatoryView;
  onClose: () => void;
}

/** The binding act: in which function, in which words. Whoever signed in more than five minutes ago does so again first. */
export function SignModal({ view, signatory, onClose }: SignModalProps) {
  const { t } = useLingui();
  const { text, language } = useFormat();
  const { person } = useSession();
  const [office, setOffice] = useState(signatory.office ?? '');
  const { name } = signatory.organisation;
  const sign = useMutation({
    mutationFn: () =>
      api.post(`/signatories/${signatory.id}/sign`, { hash: view.hash, office: office.trim(), language }),
    onSuccess: async () => {
      onClose();
      void toast(t`You have signed for ${name}.`);
      await signingChanged(view.agreementId);
    },
  });
  const mustProve = sign.error instanceof ApiProblem && sign.error.code === 'signature.sign_in_again';
  const statement = signingStatement(
    {
      kind: signatory.kind,
      name: person.name,
      office: office.trim() || '…',
      organisation: name,
      title: text(view.title),
      number: view.number,
      hash: view.hash,
    },
    language,
  );
  return (
    <Modal opened onClose={onClose} title={t`Sign for ${name}`} closeButtonProps={{ 'aria-label': t`Close` }} size="lg">
      <div className="form">
        <TextInput
          data-autofocus
          label={t`Your function`}
          description={t`As it will stand on the document, for instance Rector`}
          value={office}
          onChange={(event) => setOffice(event.currentTarget.value)}
          maxLength={200}
        />
        <blockquote className="statement">{statement}</blockquote>
        {mustProve ? (
          <ProveAgain back={`/agreements/${view.agreementId}/sign`} onProved={() => sign.mutate()} />
        ) : (
          <ProblemNote error={sign.error} />
        )}
        <div className="form-actions">
          {!mustProve && (
            <Button
              variant="filled"
              loading={sign.isPending}
              disabled={office.trim().length < 2}
              onClick={() => sign.mutate()}
            >
              {signatory.kind === 'witness' ? t`Witness for ${name}` : t`Sign for ${name}`}
            </Button>
          )}
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </div>
      </div>
    </Modal>
  );
}
