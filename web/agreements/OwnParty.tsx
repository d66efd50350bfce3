import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { PartySettings } from './PartySettings.tsx';

/** The way to how one's own organisation reviews, for whoever may say so. */
export function OwnParty({ view }: { view: AgreementView }) {
  const { acting } = useSession();
  const [isOpen, setOpen] = useState(false);
  const mine = view.parties.find(({ organisationId }) => organisationId === acting.organisation.id);
  if (!mine || !view.abilities.manage) return null;
  return (
    <>
      <UnstyledButton className="link cap noprint" onClick={() => setOpen(true)}>
        <Trans>How we review, and who is responsible</Trans>
      </UnstyledButton>
      {isOpen && <PartySettings view={view} party={mine} onClose={() => setOpen(false)} />}
    </>
  );
}
