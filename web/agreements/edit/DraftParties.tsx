import type { AgreementView, PartyView } from '@collegium/contract/agreements/views';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { RailSection } from '../../ui/RailSection.tsx';
import { agreementChanged } from '../agreement-query.ts';
import { AddParty } from './AddParty.tsx';

/** With whom one negotiates: others are brought in, and who is not bound yet can be taken out. */
export function DraftParties({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { acting } = useSession();
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<PartyView>();
  const parties = view.parties.filter(({ leftOn }) => leftOn === null);
  const canChange = view.abilities.propose;
  const canLeave = ({ joinedOn, organisationId }: PartyView) =>
    joinedOn === null && organisationId !== acting.organisation.id && parties.length > 2;
  return (
    <RailSection title={t`Parties`} aside={<span className="num">{parties.length}</span>}>
      <ul className="agreement-parties">
        {parties.map((party) => (
          <li key={party.organisationId}>
            <OrgMark text={party.shortMark} isYou={party.organisationId === acting.organisation.id} />
            <span>
              {party.name}
              {view.inForce && party.joinedOn === null && (
                <span className="cap agreement-person">
                  <Trans>joins with this version</Trans>
                </span>
              )}
            </span>
            {canChange && canLeave(party) && (
              <ActionIcon variant="subtle" aria-label={t`Take ${party.name} out`} onClick={() => setLeaving(party)}>
                <IconX size={15} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {canChange && (
        <UnstyledButton className="link cap" onClick={() => setAdding(true)}>
          <Trans>Bring in another party</Trans>
        </UnstyledButton>
      )}
      {isAdding && <AddParty view={view} onClose={() => setAdding(false)} />}
      {leaving && <TakeOut view={view} party={leaving} onClose={() => setLeaving(undefined)} />}
    </RailSection>
  );
}

function TakeOut({ view, party, onClose }: { view: AgreementView; party: PartyView; onClose: () => void }) {
  const { t } = useLingui();
  const remove = useMutation({
    mutationFn: () => api.delete(`/agreements/${view.id}/draft/parties/${party.organisationId}`),
    onSuccess: async () => {
      await agreementChanged();
      onClose();
    },
  });
  const promises = (view.open?.clauses ?? []).filter(({ commitment, access }) =>
    [commitment?.promiser, commitment?.beneficiary, access?.from, access?.to].includes(party.organisationId),
  ).length;
  const named = plural(promises, {
    one: '# clause names it and must be changed before the draft can be proposed.',
    other: '# clauses name it and must be changed before the draft can be proposed.',
  });
  return (
    <ConfirmModal
      title={t`Take ${party.name} out of the negotiation?`}
      consequence={
        promises > 0
          ? t`Its people no longer read the draft. ${named} It can be brought in again.`
          : t`Its people no longer read the draft. It can be brought in again.`
      }
      confirmLabel={t`Take it out`}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
      isPending={remove.isPending}
      error={remove.error}
    />
  );
}
