import type { RoundOfferItem } from '@collegium/contract/rounds';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { Status } from '../../ui/Status.tsx';
import { CollectPage } from './CollectPage.tsx';

const route = getRouteApi('/open/member/rounds/$roundId/offers');

/** The offers of a round, and those that could be added: one by one, or all that match. */
export function OffersPage() {
  const { t } = useLingui();
  const { roundId } = route.useParams();
  return (
    <CollectPage<RoundOfferItem>
      roundId={roundId}
      search={route.useSearch()}
      what="offers"
      title={t`Offers of the round`}
      searchLabel={t`Search offers`}
      lede={t`Only published offers whose places are given in rounds, of your organisation and its partners.`}
      idOf={(offer) => offer.id}
      inputOf={(offerIds) => ({ offerIds })}
      renderRow={(offer) => <OfferWords offer={offer} />}
    />
  );
}

function OfferWords({ offer }: { offer: RoundOfferItem }) {
  const { text } = useFormat();
  return (
    <>
      <OrgMark text={offer.organisation.shortMark} name={offer.organisation.name} />
      <div>
        <div className="row-t">{text(offer.title)}</div>
        <div className="sub">
          {offer.organisation.name}
          {offer.city && ` · ${offer.city}`}
        </div>
      </div>
      <span className="sub num">
        {offer.isWithdrawn ? (
          <Status tone="stopped">
            <Trans>Withdrawn</Trans>
          </Status>
        ) : (
          <Plural value={offer.places} one="# place" other="# places" />
        )}
      </span>
    </>
  );
}
