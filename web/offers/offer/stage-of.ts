import type { OfferView } from '@collegium/contract/offers';
import type { Deadline } from '../catalogue/deadline.ts';

type Facts = Pick<OfferView, 'state' | 'startsOn' | 'endsOn'>;

/** At which stage an offer is: 0 offer, 1 applications, 2 places given, 3 participation, 4 outcomes. */
export function stageOf(offer: Facts, deadline: Deadline['state'], now: Date): number {
  if (offer.state === 'draft') return 0;
  const today = now.toISOString().slice(0, 10);
  if (offer.endsOn && offer.endsOn < today) return 4;
  if (offer.startsOn && offer.startsOn <= today) return 3;
  return deadline === 'closed' ? 2 : 1;
}
