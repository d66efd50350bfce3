import type { Instance } from '../instance/instance.ts';
import { BestResponse } from '../methods/best-response.ts';
import { needsNegotiation } from '../methods/propose.ts';
import type { Seats } from './seats.ts';
import { eachUnmet } from './unmet.ts';

/**
 * The wishes that block an outcome: the learner would rather have it, and the offer would take them. Those who stay
 * together block together, and the wish is that of the first of them.
 */
export function blockingWishes(instance: Instance, held: Uint8Array, seats: Seats): number[] {
  if (needsNegotiation(instance)) return new BestResponse(instance, held).blocking();
  const blocking: number[] = [];
  eachUnmet(instance, held, (wish) => {
    if (seats.refusal(wish) === undefined) blocking.push(wish);
  });
  return blocking;
}
