import type { AppliedOffer } from '@collegium/contract/applications';
import { offerMachine } from '@collegium/contract/states/offer';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { OrgMark } from '../ui/OrgMark.tsx';
import { Status } from '../ui/Status.tsx';

/** An offer in an application, on one line; one that was withdrawn says so. */
export function OfferLine({ offer, lead }: { offer: AppliedOffer; lead?: string | undefined }) {
  const { text, dateRange, language } = useFormat();
  const when = offer.startsOn && offer.endsOn && dateRange(offer.startsOn, offer.endsOn);
  return (
    <div className={lead === undefined ? 'row hov offer-line' : 'row hov offer-line numbered'}>
      {lead !== undefined && <span className="ranked-n num">{lead}</span>}
      <OrgMark text={offer.provider.shortMark} size={28} />
      <div>
        <div className="row-t">
          <Link to="/offers/$offerId" params={{ offerId: offer.id }}>
            {text(offer.title)}
          </Link>
        </div>
        <div className="sub">{[offer.provider.name, offer.city, when].filter(Boolean).join(' · ')}</div>
      </div>
      {offer.state === 'withdrawn' && <Status tone="bad">{offerMachine.states.withdrawn[language]}</Status>}
    </div>
  );
}
