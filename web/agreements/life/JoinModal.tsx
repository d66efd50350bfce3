import type { LifeRequestView } from '@collegium/contract/agreements/requests';
import { accessionStatement } from '@collegium/contract/agreements/statement';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { agreementChanged } from '../agreement-query.ts';
import { SigningForm } from '../signing/SigningForm.tsx';
import { useLifeWords } from './useLifeWords.ts';

interface JoinModalProps {
  view: AgreementView;
  request: LifeRequestView;
  onClose: () => void;
}

/** Whoever joins signs the text in force, alone. */
export function JoinModal({ view, request, onClose }: JoinModalProps) {
  const { t } = useLingui();
  const { text, language } = useFormat();
  const { person } = useSession();
  const { follows } = useLifeWords(view).accession;
  const { name } = request.organisation;
  const hash = view.inForce?.hash ?? '';
  const title = text(view.inForce?.terms.title ?? view.title);
  const number = view.inForce?.number ?? 0;
  const joinsOn = request.effectiveOn;
  const statement = (office: string) =>
    accessionStatement({ name: person.name, office, organisation: name, title, number, hash, joinsOn }, language);
  const sign = async (office: string) => {
    const signature = { hash, office, language };
    await api.post(`/agreements/${view.id}/requests/${request.id}/answers`, { decision: 'agreed', signature });
    await agreementChanged();
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Sign for ${name} and join`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      size="lg"
    >
      <SigningForm
        statement={statement}
        submit={t`Sign for ${name}`}
        onSign={sign}
        onClose={onClose}
        back={`/agreements/${view.id}?tab=life`}
      >
        <p>{follows}</p>
        <p className="sub">
          <Trans>Only your organisation signs. The others agree to it, and their signatures stay as they are.</Trans>
        </p>
      </SigningForm>
    </Modal>
  );
}
