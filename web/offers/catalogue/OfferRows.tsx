import type { OfferListItem } from '@collegium/contract/offers/catalogue';
import { Trans, useLingui } from '@lingui/react/macro';
import { OfferRow } from './OfferRow.tsx';

/** The catalogue's rows below their column heads. */
export function OfferRows({ offers }: { offers: readonly OfferListItem[] }) {
  const { t } = useLingui();
  return (
    <div role="table" aria-label={t`Offers`}>
      <div role="row" className="row offer-row th desk-only">
        {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its text is there, hidden from the eye alone */}
        <span role="columnheader">
          <span className="vh">
            <Trans>Kind</Trans>
          </span>
        </span>
        <span role="columnheader">
          <Trans>Offer</Trans>
        </span>
        <span role="columnheader">
          <Trans>When</Trans>
        </span>
        <span role="columnheader">
          <Trans>Places left</Trans>
        </span>
        <span role="columnheader">
          <Trans>Places are given</Trans>
        </span>
        <span role="columnheader" className="end">
          <Trans>Apply by</Trans>
        </span>
      </div>
      <div className="rows" role="rowgroup">
        {offers.map((offer) => (
          <div key={offer.id} role="presentation" className="row-line">
            <OfferRow offer={offer} />
          </div>
        ))}
      </div>
    </div>
  );
}
