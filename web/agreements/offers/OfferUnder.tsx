import type { OfferListItem } from '@collegium/contract/offers/catalogue';
import { offerMachine } from '@collegium/contract/states/offer';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { kinds } from '../../ui/kinds.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { Status } from '../../ui/Status.tsx';

/** An offer under an agreement: what, from whom, when, how many of its places are taken, and for whom it is. */
export function OfferUnder({ offer }: { offer: OfferListItem }) {
  const { t } = useLingui();
  const { text, dateRange, language } = useFormat();
  const { provider, kind, startsOn, endsOn, places, placesTaken, state, audience } = offer;
  const { tone, [language]: words } = offerMachine.states[state];
  return (
    <div className="row hov offer-under">
      <OrgMark text={provider.shortMark} />
      <span>
        <span className="row-t">
          <Link to="/offers/$offerId" params={{ offerId: offer.id }}>
            {text(offer.title)}
          </Link>
        </span>
        <span className="sub">
          {`${t(kinds[kind].name)} · ${provider.name}`}
          {startsOn && endsOn && <span className="num"> · {dateRange(startsOn, endsOn)}</span>}
        </span>
        {audience === 'agreement' && <span className="cap">{t`For people of the parties alone`}</span>}
      </span>
      <span className="num sub end">{t`${placesTaken} of ${places} taken`}</span>
      <Status tone={tone}>{words}</Status>
    </div>
  );
}
