import type { RequestKind } from '@collegium/contract/agreements/requests';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { useLingui } from '@lingui/react/macro';
import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { agreementChanged } from '../agreement-query.ts';
import { OrganisationField } from '../OrganisationField.tsx';
import type { ChosenOrganisation } from '../../ui/useFoundOrganisations.ts';
import { Follows } from './Follows.tsx';
import { useLifeWords } from './useLifeWords.ts';

const dayMs = 86_400_000;

interface AskModalProps {
  view: AgreementView;
  kind: RequestKind;
  onClose: () => void;
}

/** Asks the parties for something, or gives notice, on behalf of one's own organisation; what follows is said before. */
export function AskModal({ view, kind, onClose }: AskModalProps) {
  const { t } = useLingui();
  const { acting } = useSession();
  const { timeZone } = useFormat().reader;
  const words = useLifeWords(view)[kind];
  const mayGiveNotice = kind === 'termination';
  const isAlwaysNotice = kind === 'non_renewal' || (kind === 'withdrawal' && view.withdrawal === 'by_notice');
  const [byNotice, setByNotice] = useState(false);
  const [effectiveOn, setEffectiveOn] = useState(() =>
    dayIn(kind === 'withdrawal' && isAlwaysNotice ? view.noticeDays : 0, timeZone),
  );
  const [newEndOn, setNewEndOn] = useState(view.endsOn ?? '');
  const [reason, setReason] = useState('');
  const [joining, setJoining] = useState<ChosenOrganisation | null>(null);
  const ask = async () => {
    await api.post(`/agreements/${view.id}/requests`, {
      kind,
      reason,
      effectiveOn,
      ...(kind === 'renewal' && { newEndOn }),
      ...(kind === 'accession' && { organisationId: joining?.id }),
      ...(mayGiveNotice && { byNotice }),
    });
    await agreementChanged();
  };
  const isNotice = isAlwaysNotice || byNotice;
  const isWhole = reason.trim().length >= 3 && (kind !== 'accession' || joining !== null);
  return (
    <FormModal
      title={words.act}
      submit={isNotice ? t`Give notice for ${acting.organisation.name}` : t`Ask for ${acting.organisation.name}`}
      isWhole={isWhole}
      onSubmit={ask}
      onClose={onClose}
    >
      <Follows view={view} decides={words.decides} follows={words.follows} />
      {kind === 'accession' && (
        <OrganisationField
          label={t`Who joins`}
          value={joining}
          onChange={setJoining}
          without={view.parties.filter(({ leftOn }) => leftOn === null).map(({ organisationId }) => organisationId)}
        />
      )}
      {kind === 'renewal' && (
        <TextInput
          type="date"
          label={t`New last day`}
          value={newEndOn}
          onChange={(event) => setNewEndOn(event.currentTarget.value)}
        />
      )}
      {mayGiveNotice && (
        <Checkbox
          label={t`By notice of ${view.noticeDays} days: nobody has to agree`}
          checked={byNotice}
          onChange={(event) => {
            setByNotice(event.currentTarget.checked);
            setEffectiveOn(dayIn(event.currentTarget.checked ? view.noticeDays : 0, timeZone));
          }}
        />
      )}
      {kind !== 'non_renewal' && (
        <TextInput
          type="date"
          label={t`From which day`}
          value={effectiveOn}
          onChange={(event) => setEffectiveOn(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={t`Why? All parties read this.`}
        autosize
        minRows={2}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormModal>
  );
}

/** The calendar date so many days from now, where the reader is. */
function dayIn(days: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(Date.now() + days * dayMs);
}
