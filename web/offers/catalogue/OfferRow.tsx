import type { OfferListItem } from '@collegium/contract/offers/catalogue';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { kinds } from '../../ui/kinds.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { usePlace } from '../usePlace.ts';
import { ApplyBy } from './ApplyBy.tsx';
import { OfferFit } from './OfferFit.tsx';
import { useLength, useWhen } from './useWhen.ts';

/** One offer of any kind: what, from whom, where, when, how many places, how they are given, until when. */
export function OfferRow({ offer }: { offer: OfferListItem }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const when = useWhen(offer);
  const length = useLength(offer);
  const place = usePlace(offer);
  const { name: kindName, icon: KindIcon } = kinds[offer.kind];
  return (
    <div role="row" className="row hov offer-row">
      <span role="cell" className="kind">
        <KindIcon size={19} stroke={1.6} aria-hidden />
      </span>
      <div role="cell">
        <div className="row-t">
          <Link to="/offers/$offerId" params={{ offerId: offer.id }}>
            {text(offer.title)}
          </Link>
        </div>
        <div className="sub offer-of">
          <span>{t(kindName)}</span>
          <OrgMark text={offer.provider.shortMark} size={18} />
          <span className="offer-provider">{offer.provider.name}</span>
          <span>{place}</span>
        </div>
        <OfferFit offer={offer} />
      </div>
      <div role="cell" className="sub offer-when">
        <span className="first-line">{when}</span>
        <span>{length}</span>
      </div>
      <div role="cell" className="sub num">
        <Places offer={offer} />
      </div>
      <div role="cell" className="sub">
        <Given offer={offer} />
      </div>
      <div role="cell" className="sub num end">
        <span className="phone-only" aria-hidden>
          <Trans>Apply by</Trans>
        </span>
        <ApplyBy offer={offer} />
      </div>
    </div>
  );
}

function Places({ offer: { places, placesTaken } }: { offer: OfferListItem }) {
  const { number } = useFormat();
  const left = places - placesTaken;
  return (
    <>
      <span className="first-line">
        <Trans>
          <b className="strong">{number(left)}</b> of {number(places)}
          <span className="phone-only"> places left</span>
        </Trans>
      </span>
      <span className="cap-bar" aria-hidden>
        <i style={{ width: `${(left / places) * 100}%` }} />
      </span>
    </>
  );
}

function Given({ offer }: { offer: OfferListItem }) {
  const { text } = useFormat();
  if (offer.allocatedBy === 'first_come')
    return (
      <>
        <span className="first-line">
          <Trans>At once</Trans>
        </span>
        <span>
          <Trans>first come</Trans>
        </span>
      </>
    );
  return (
    <>
      <span className="first-line">
        <Trans>In a round</Trans>
      </span>
      {offer.round && <span className="two-lines">{text(offer.round.name)}</span>}
    </>
  );
}
