import type { SignatoryView, SigningView } from '@collegium/contract/agreements/signing';
import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { toast } from '../../ui/toast.ts';
import { BringDocument } from './BringDocument.tsx';
import { Delegates } from './Delegates.tsx';
import { ReplaceSignatory } from './ReplaceSignatory.tsx';
import { signingChanged } from './signing-query.ts';

type Act = 'link' | 'replace' | 'delegates' | 'document' | 'confirm' | 'refuse';

/** What may be done about a signature that is missing, or about a document that waits for another party's word. */
export function SignatoryActions({ view, signatory }: { view: SigningView; signatory: SignatoryView }) {
  const { t } = useLingui();
  const [act, setAct] = useState<Act>();
  const close = () => setAct(undefined);
  const { abilities, organisation, id } = signatory;
  const done = async (words: string) => {
    close();
    void toast(words);
    await signingChanged(view.agreementId);
  };
  const link = useMutation({
    mutationFn: () => api.post(`/signatories/${id}/link`),
    onSuccess: () => done(t`A new link was sent; the earlier one ends.`),
  });
  const decide = useMutation({
    mutationFn: (body: { decision: 'confirmed' | 'refused'; reason?: string }) =>
      api.post(`/signatories/${id}/confirmation`, body),
    onSuccess: (_answer, { decision }) =>
      done(decision === 'confirmed' ? t`The document counts as the signature.` : t`The document was refused.`),
  });
  const { sendLink, replace, delegate, bringDocument, confirmDocument } = abilities;
  if (!sendLink && !replace && !bringDocument && !confirmDocument) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" size="lg" aria-label={t`More about ${organisation.name}`}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {confirmDocument && <Menu.Item onClick={() => setAct('confirm')}>{t`Confirm the document`}</Menu.Item>}
          {confirmDocument && <Menu.Item onClick={() => setAct('refuse')}>{t`Refuse the document`}</Menu.Item>}
          {sendLink && <Menu.Item onClick={() => setAct('link')}>{t`Send a new link`}</Menu.Item>}
          {bringDocument && <Menu.Item onClick={() => setAct('document')}>{t`Upload a signed document`}</Menu.Item>}
          {delegate && <Menu.Item onClick={() => setAct('delegates')}>{t`Name delegates`}</Menu.Item>}
          {replace && <Menu.Item onClick={() => setAct('replace')}>{t`Name somebody else`}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {act === 'delegates' && <Delegates view={view} signatory={signatory} onClose={close} />}
      {act === 'replace' && <ReplaceSignatory view={view} signatory={signatory} onClose={close} />}
      {act === 'document' && <BringDocument view={view} signatory={signatory} onClose={close} />}
      {act === 'link' && (
        <ConfirmModal
          title={t`Send a new link?`}
          consequence={t`It goes to ${signatory.email ?? ''}. The earlier link ends.`}
          confirmLabel={t`Send a new link`}
          onConfirm={() => link.mutate()}
          onClose={close}
          isPending={link.isPending}
          error={link.error}
        />
      )}
      {act === 'confirm' && (
        <ConfirmModal
          title={t`Confirm the document?`}
          consequence={t`You say for your organisation that the document is the signature of ${organisation.name} on this text. Open it first.`}
          confirmLabel={t`Confirm the document`}
          onConfirm={() => decide.mutate({ decision: 'confirmed' })}
          onClose={close}
          isPending={decide.isPending}
          error={decide.error}
        />
      )}
      {act === 'refuse' && (
        <ConfirmModal
          title={t`Refuse the document?`}
          consequence={t`The signature of ${organisation.name} is open again. Every party reads your reason.`}
          confirmLabel={t`Refuse the document`}
          reasonLabel={t`Why`}
          onConfirm={(reason) => decide.mutate({ decision: 'refused', reason })}
          onClose={close}
          isPending={decide.isPending}
          error={decide.error}
        />
      )}
    </>
  );
}
