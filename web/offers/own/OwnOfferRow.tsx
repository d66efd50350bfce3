import type { OfferListItem } from '@collegium/contract/offers/catalogue';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { kinds } from '../../ui/kinds.ts';
import { Status } from '../../ui/Status.tsx';
import { ApplyBy } from '../catalogue/ApplyBy.tsx';
import { useWhen } from '../catalogue/useWhen.ts';
import { stateNames } from '../names.ts';

/** One of the provider's own offers: how it stands and how many places are taken. A draft opens where it is written. */
export function OwnOfferRow({ offer }: { offer: OfferListItem }) {
  const { t } = useLingui();
  const { text, number } = useFormat();
  const when = useWhen(offer);
  const { name: kindName, icon: KindIcon } = kinds[offer.kind];
  const { tone, name: stateName } = stateNames[offer.state];
  const params = { offerId: offer.id };
  const title = text(offer.title);
  return (
    <div className="row hov own-row">
      <span className="kind">
        <KindIcon size={19} stroke={1.6} aria-hidden />
      </span>
      <div>
        <div className="row-t">
          {offer.state === 'draft' ? (
            <Link to="/offers/$offerId/edit" params={params}>
              {title}
            </Link>
          ) : (
            <Link to="/offers/$offerId" params={params}>
              {title}
            </Link>
          )}
        </div>
        <div className="sub offer-of">
          <span>{t(kindName)}</span>
          <span className="num">{when}</span>
        </div>
      </div>
      <span className="sub num">
        <Trans>
          {number(offer.placesTaken)} of {number(offer.places)} taken
        </Trans>
      </span>
      <span className="sub num">{offer.state === 'published' && <ApplyBy offer={offer} />}</span>
      <Status tone={tone}>{t(stateName)}</Status>
    </div>
  );
}
