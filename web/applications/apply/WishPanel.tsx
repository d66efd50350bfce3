import type { OfferView } from '@collegium/contract/offers';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { Note } from '../../ui/Note.tsx';
import { isPast } from '../is-past.ts';

/** Places that a round gives: the way to the reader's ranked list, while it is open. */
export function WishPanel({ offer: { id, round, application } }: { offer: OfferView }) {
  const { text, dateTime } = useFormat();
  if (!round)
    return (
      <Note tone="idle">
        <Trans>Places are given in a round. None is open for this offer yet.</Trans>
      </Note>
    );
  const name = text(round.name);
  const isOpen = round.state === 'open' && !isPast(round.closesAt);
  if (!isOpen)
    return (
      <Note tone="idle" action={application && <ListLink roundId={round.id} />}>
        <Trans>Places are given in the round {name}, which takes no lists now.</Trans>
      </Note>
    );
  return (
    <Note action={application ? <ListLink roundId={round.id} /> : <WishButton roundId={round.id} offerId={id} />}>
      <span className="strong">
        {application ? <Trans>This offer is on your list</Trans> : <Trans>Places are given in the round {name}</Trans>}
      </span>
      <p className="sub">
        <Trans>You can change your list until {dateTime(round.closesAt)}.</Trans>
      </p>
    </Note>
  );
}

function ListLink({ roundId }: { roundId: string }) {
  return (
    <Button
      size="xs"
      renderRoot={(props) => <Link {...props} to="/rounds/$roundId/application" params={{ roundId }} />}
    >
      <Trans>Open my list</Trans>
    </Button>
  );
}

function WishButton({ roundId, offerId }: { roundId: string; offerId: string }) {
  return (
    <Button
      variant="filled"
      renderRoot={(props) => (
        <Link {...props} to="/rounds/$roundId/application" params={{ roundId }} search={{ add: offerId }} />
      )}
    >
      <Trans>Put it on my list</Trans>
    </Button>
  );
}
