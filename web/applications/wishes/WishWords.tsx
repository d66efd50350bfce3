import type { AppliedOffer } from '@collegium/contract/applications';
import { offerMachine } from '@collegium/contract/states/offer';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';

/** A wish in the list, with what the server said against it. */
export function WishWords({ offer, faults }: { offer: AppliedOffer; faults: readonly string[] }) {
  const { text, language, dateRange } = useFormat();
  const when = offer.startsOn && offer.endsOn && dateRange(offer.startsOn, offer.endsOn);
  const hindrances = offer.state === 'withdrawn' ? [offerMachine.states.withdrawn[language], ...faults] : faults;
  return (
    <div className="wish-words">
      <span className="row-t">
        <Link to="/offers/$offerId" params={{ offerId: offer.id }}>
          {text(offer.title)}
        </Link>
      </span>
      <span className="sub">{[offer.provider.name, offer.city, when].filter(Boolean).join(' · ')}</span>
      {hindrances.map((hindrance) => (
        <span key={hindrance} className="fit wait">
          <IconAlertTriangle size={14} stroke={1.9} aria-hidden />
          {hindrance}
        </span>
      ))}
    </div>
  );
}
