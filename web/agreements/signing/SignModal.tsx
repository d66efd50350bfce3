import type { SignatoryView, SigningView } from '@collegium/contract/agreements/signing';
import { signingStatement } from '@collegium/contract/agreements/statement';
import { useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { toast } from '../../ui/toast.ts';
import { SigningForm } from './SigningForm.tsx';
import { signingChanged } from './signing-query.ts';

interface SignModalProps {
  view: SigningView;
  signatory: SignatoryView;
  onClose: () => void;
}

/** Signs the version for one's organisation, or witnesses that others do. */
export function SignModal({ view, signatory, onClose }: SignModalProps) {
  const { t } = useLingui();
  const { text, language } = useFormat();
  const { person } = useSession();
  const { kind } = signatory;
  const { name } = signatory.organisation;
  const { hash, number } = view;
  const statement = (office: string) =>
    signingStatement(
      { kind, name: person.name, office, organisation: name, title: text(view.title), number, hash },
      language,
    );
  const sign = async (office: string) => {
    await api.post(`/signatories/${signatory.id}/sign`, { hash, office, language });
    onClose();
    void toast(t`You have signed for ${name}.`);
    await signingChanged(view.agreementId);
  };
  return (
    <Modal opened onClose={onClose} title={t`Sign for ${name}`} closeButtonProps={{ 'aria-label': t`Close` }} size="lg">
      <SigningForm
        office={signatory.office}
        statement={statement}
        submit={kind === 'witness' ? t`Witness for ${name}` : t`Sign for ${name}`}
        onSign={sign}
        onClose={onClose}
        back={`/agreements/${view.agreementId}/sign`}
      />
    </Modal>
  );
}
