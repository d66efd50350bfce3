import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Input, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { agreementChanged } from './agreement-query.ts';
import { useInvitable } from './useInvitable.ts';

/** Fewer letters find nobody of another organisation. */
const lettersNeeded = 2;

/** Invites somebody of a party to the negotiation, to edit or to comment. */
export function InviteGuest({ view, onClose }: { view: AgreementView; onClose: () => void }) {
  const { t } = useLingui();
  const { acting } = useSession();
  const [may, setMay] = useState<'edit' | 'comment'>('comment');
  const parties = view.parties.filter(({ leftOn }) => leftOn === null);
  const [organisationId, setOrganisationId] = useState(acting.organisation.id);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string }>();
  const found = useInvitable(view.id, organisationId, typed === chosen?.label ? '' : typed);
  const people = chosen && !found.some(({ value }) => value === chosen.value) ? [chosen, ...found] : found;
  const isOwn = organisationId === acting.organisation.id;
  const isTooShort = !isOwn && typed.trim().length < lettersNeeded;
  const invite = async () => {
    await api.post(`/agreements/${view.id}/guests`, { personId: chosen?.value, may });
    await agreementChanged();
  };
  return (
    <FormModal
      title={t`Invite somebody`}
      submit={t`Invite`}
      isWhole={chosen !== undefined}
      onSubmit={invite}
      onClose={onClose}
    >
      <p className="sub">
        <Trans>
          Coordinators and administrators of every party read and edit the draft by their role. Invite a teacher or a
          supervisor of any party whose word you need.
        </Trans>
      </p>
      <Select
        label={t`Organisation`}
        data={parties.map(({ organisationId: value, name }) => ({ value, label: name }))}
        value={organisationId}
        allowDeselect={false}
        onChange={(value) => {
          if (value === null) return;
          setOrganisationId(value);
          setChosen(undefined);
          setTyped('');
        }}
      />
      <Select
        label={t`Person`}
        description={isOwn ? undefined : t`Type the first letters of the name.`}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        data={people}
        value={chosen?.value ?? null}
        onChange={(value) => setChosen(people.find((one) => one.value === value))}
        nothingFoundMessage={
          isTooShort ? t`Type two letters at least.` : t`Nobody whom one may invite has this name there.`
        }
      />
      <Input.Wrapper label={t`May`} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t`May`}
          value={may}
          onChange={(value) => setMay(value)}
          data={[
            { value: 'comment', label: t`Read and comment` },
            { value: 'edit', label: t`Edit, too` },
          ]}
        />
      </Input.Wrapper>
    </FormModal>
  );
}
