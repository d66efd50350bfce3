import type { Instance } from '../instance/instance.ts';
import type { Seats } from './seats.ts';
import { eachUnmet } from './unmet.ts';

/** The wishes that block an outcome: the learner would rather have it, and the offer would take them. */
export function blockingWishes(instance: Instance, held: Uint8Array, seats: Seats): number[] {
  const blocking: number[] = [];
  eachUnmet(instance, held, (wish) => {
    if (seats.refusal(wish) === undefined) blocking.push(wish);
  });
  return blocking;
}
