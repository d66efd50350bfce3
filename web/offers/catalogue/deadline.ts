import type { OfferListItem } from '@collegium/contract/offers/catalogue';

type Windowed = Pick<OfferListItem, 'applicationsOpenAt' | 'applicationsCloseAt' | 'allocatedBy' | 'round'>;

/** How an offer's time for applications stands: its own window, or that of its round. */
export type Deadline =
  | { state: 'open' | 'closed' | 'no round' }
  | { state: 'opens'; at: string }
  | { state: 'closes'; at: string; isSoon: boolean };

const soonMs = 7 * 86_400_000;

export function deadlineOf(offer: Windowed, now: Date): Deadline {
  const isRanked = offer.allocatedBy === 'round';
  if (isRanked && !offer.round) return { state: 'no round' };
  const opensAt = isRanked ? offer.round?.opensAt : offer.applicationsOpenAt;
  const closesAt = isRanked ? offer.round?.closesAt : offer.applicationsCloseAt;
  if (closesAt && new Date(closesAt) <= now) return { state: 'closed' };
  if (opensAt && new Date(opensAt) > now) return { state: 'opens', at: opensAt };
  if (!closesAt) return { state: 'open' };
  return { state: 'closes', at: closesAt, isSoon: new Date(closesAt).getTime() - now.getTime() < soonMs };
}
