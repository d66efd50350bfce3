import type { SignatoryView, SigningView } from '@collegium/contract/agreements/signing';
import { useLingui } from '@lingui/react/macro';
import { FileInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { uploadFile } from '../../api/upload.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { toast } from '../../ui/toast.ts';
import { signingChanged } from './signing-query.ts';

interface BringDocumentProps {
  view: SigningView;
  signatory: SignatoryView;
  onClose: () => void;
}

/** Brings a document that was signed on paper or with another tool. Another party confirms it before it counts. */
export function BringDocument({ view, signatory, onClose }: BringDocumentProps) {
  const { t } = useLingui();
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState(signatory.person?.name ?? signatory.name ?? '');
  const [office, setOffice] = useState(signatory.office ?? '');
  const [signedOn, setSignedOn] = useState('');
  const bring = async () => {
    if (!file) return;
    const { id: fileId } = await uploadFile(file);
    const document = { hash: view.hash, fileId, signedOn, name: name.trim(), office: office.trim() };
    await api.post(`/signatories/${signatory.id}/document`, document);
    void toast(t`The document waits for the word of another party.`);
    await signingChanged(view.agreementId);
  };
  const isWhole = file !== null && name.trim().length > 1 && office.trim().length > 1 && signedOn !== '';
  return (
    <FormModal
      title={t`A document signed for ${signatory.organisation.name}`}
      submit={t`Upload the document`}
      isWhole={isWhole}
      onSubmit={bring}
      onClose={onClose}
    >
      <p className="sub">{t`Another party than yours looks at it and confirms that it is the signature of this text. Until then it does not count.`}</p>
      <FileInput
        label={t`Signed document`}
        description={t`A PDF or a picture of it, 20 MB at most`}
        accept=".pdf,.png,.jpg,.jpeg,.webp"
        placeholder={t`Choose a file`}
        value={file}
        onChange={setFile}
      />
      <TextInput label={t`Who signed`} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput
        label={t`In which function`}
        value={office}
        onChange={(event) => setOffice(event.currentTarget.value)}
      />
      <TextInput
        label={t`On which day`}
        type="date"
        value={signedOn}
        onChange={(event) => setSignedOn(event.currentTarget.value)}
      />
    </FormModal>
  );
}
