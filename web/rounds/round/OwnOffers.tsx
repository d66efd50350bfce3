import type { RoundOfferItem, RoundView } from '@collegium/contract/rounds';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { itemsOf, pagesQuery } from '../../api/pages.ts';
import { useSessionOrNull } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Section } from '../../ui/Section.tsx';
import { Status } from '../../ui/Status.tsx';

/** The offers of the reader's organisation in this round, each with the way to its ranking. */
export function OwnOffers({ round }: { round: RoundView }) {
  const { t } = useLingui();
  const mayRank = useSessionOrNull()?.permissions.includes('ranking:change') ?? false;
  const isRanked = round.state !== 'draft' && round.state !== 'cancelled';
  const query = useInfiniteQuery({
    ...pagesQuery<RoundOfferItem>(`/rounds/${round.id}/offers`, { mine: true, limit: 100 }),
    enabled: mayRank && isRanked,
  });
  const offers = itemsOf(query.data);
  if (offers.length === 0) return null;
  return (
    <Section title={t`Your offers in this round`}>
      <ul className="rows">
        {offers.map((offer) => (
          <li key={offer.id}>
            <OwnOffer round={round} offer={offer} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OwnOffer({ round, offer }: { round: RoundView; offer: RoundOfferItem }) {
  const { text, date } = useFormat();
  return (
    <div className="row hov in-row">
      <div>
        <div className="row-t">
          <Link to="/rounds/$roundId/offers/$offerId/ranking" params={{ roundId: round.id, offerId: offer.id }}>
            {text(offer.title)}
          </Link>
        </div>
        <div className="sub num">
          <Plural value={offer.wishes ?? 0} one="# learner wishes for it" other="# learners wish for it" />
        </div>
      </div>
      <span className="num">
        <Plural value={offer.places} one="# place" other="# places" />
      </span>
      {offer.rankedAt ? (
        <Status tone="good">
          <Trans>Ranked {date(offer.rankedAt)}</Trans>
        </Status>
      ) : (
        <Status tone={round.abilities.rank ? 'wait' : 'idle'}>
          <Trans>Not ranked</Trans>
        </Status>
      )}
    </div>
  );
}
