import { instantOf } from '@collegium/contract/offers/local-time.ts';
import type { OfferInput } from '@collegium/contract/offers.ts';
import type { CheckedOffer } from './check-offer.ts';

/** When what is offered is over: after its last day, by the clocks of the place, and its last session. Null when neither is known. */
export function overAt({ endsOn }: Pick<OfferInput, 'endsOn'>, { sessions, timeZone }: CheckedOffer): Date | null {
  const ends = sessions.map((session) => Date.parse(session.ends_at));
  if (endsOn) ends.push(endOfDay(endsOn, timeZone));
  return ends.length === 0 ? null : new Date(Math.max(...ends));
}

/** Midnight after a day; where clocks jump over midnight, the first hour that there is. */
function endOfDay(day: string, timeZone: string): number {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const midnight = instantOf(`${next}T00:00`, timeZone) ?? instantOf(`${next}T01:00`, timeZone);
  return midnight?.getTime() ?? Date.parse(`${next}T00:00:00Z`);
}
