import type { OfferView } from '@collegium/contract/offers';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useSessionOrNull } from '../../api/session.ts';
import { Note } from '../../ui/Note.tsx';
import { ClaimPanel } from './ClaimPanel.tsx';
import { OwnApplication } from './OwnApplication.tsx';
import { Unmet } from './Unmet.tsx';
import { WishPanel } from './WishPanel.tsx';
import '../applications.css';

/** On an offer's page: how the reader applies for it, or how that stands. Staff who may not apply see who did. */
export function ApplyPanel({ offer }: { offer: OfferView }) {
  const session = useSessionOrNull();
  if (!session) return <SignIn />;
  if (session.acting.role !== 'learner') return <Applicants offer={offer} session={session} />;
  if (offer.application && offer.application.roundId === null) return <OwnApplication id={offer.application.id} />;
  if (offer.eligibilityFailures.length > 0) return <Unmet failures={offer.eligibilityFailures} />;
  return offer.allocatedBy === 'first_come' ? <ClaimPanel offer={offer} /> : <WishPanel offer={offer} />;
}

function SignIn() {
  const { href } = useLocation();
  return (
    <Note
      action={
        <Button size="xs" renderRoot={(props) => <Link {...props} to="/sign-in" search={{ next: href }} />}>
          <Trans>Sign in to apply</Trans>
        </Button>
      }
    >
      <Trans>Learners of the network apply here.</Trans>
    </Note>
  );
}

function Applicants({
  offer,
  session,
}: {
  offer: OfferView;
  session: NonNullable<ReturnType<typeof useSessionOrNull>>;
}) {
  const isProvider = session.acting.organisation.id === offer.provider.id;
  if (!isProvider || !session.permissions.includes('application:read')) return null;
  return (
    <p>
      <Link className="link" to="/applications" search={{ offerId: offer.id }}>
        <Trans>See who applied</Trans>
      </Link>
    </p>
  );
}
