import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { PersonMark } from '../ui/PersonMark.tsx';
import { RailSection } from '../ui/RailSection.tsx';
import { agreementChanged } from './agreement-query.ts';
import { InviteGuest } from './InviteGuest.tsx';

type Guest = AgreementView['guests'][number];

/** People who are invited beside those whom their role brings: to edit, or to comment. Nothing when nobody is and nobody may be. */
export function Guests({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const [isInviting, setInviting] = useState(false);
  const [leaving, setLeaving] = useState<Guest>();
  const { acting } = useSession();
  const { manage } = view.abilities;
  if (view.guests.length === 0 && !manage) return null;
  return (
    <RailSection title={t`Invited people`} aside={<span className="num">{view.guests.length}</span>}>
      <ul className="agreement-parties">
        {view.guests.map((guest) => (
          <li key={guest.person.id}>
            <PersonMark name={guest.person.name} />
            <span>
              {guest.person.name}
              {guest.organisation && guest.organisation.id !== acting.organisation.id && (
                <span className="cap agreement-person">{guest.organisation.name}</span>
              )}
              <span className="cap agreement-person">
                {guest.may === 'edit' ? t`may edit and comment` : t`may comment`}
              </span>
            </span>
            {manage && (
              <ActionIcon
                variant="subtle"
                aria-label={t`End the invitation of ${guest.person.name}`}
                onClick={() => setLeaving(guest)}
              >
                <IconX size={15} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {manage && (
        <UnstyledButton className="link cap noprint" onClick={() => setInviting(true)}>
          <Trans>Invite somebody</Trans>
        </UnstyledButton>
      )}
      {isInviting && <InviteGuest view={view} onClose={() => setInviting(false)} />}
      {leaving && <EndInvitation view={view} guest={leaving} onClose={() => setLeaving(undefined)} />}
    </RailSection>
  );
}

function EndInvitation({ view, guest, onClose }: { view: AgreementView; guest: Guest; onClose: () => void }) {
  const { t } = useLingui();
  const end = useMutation({
    mutationFn: () => api.delete(`/agreements/${view.id}/guests/${guest.person.id}`),
    onSuccess: async () => {
      await agreementChanged();
      onClose();
    },
  });
  return (
    <ConfirmModal
      title={t`End the invitation of ${guest.person.name}?`}
      consequence={t`From now on this person reads the agreement only as far as their own role lets them. What they wrote stays. They can be invited again.`}
      confirmLabel={t`End the invitation`}
      onConfirm={() => end.mutate()}
      onClose={onClose}
      isPending={end.isPending}
      error={end.error}
    />
  );
}
