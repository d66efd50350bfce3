import type { Instance } from '../instance/instance.ts';

/**
 * Visits each acceptable wish that its learner would strictly rather have than the worst place they hold, or that they
 * have a place left for, unless it clashes with one they hold and like at least as much.
 */
export function eachUnmet(instance: Instance, held: Uint8Array, visit: (wish: number, learner: number) => void): void {
  const { start, standing, places, wishTier, wishOffer, clashes } = instance;
  for (let learner = 0; learner < places.length; learner++) {
    const end = endOfBetter(instance, held, learner);
    const tier = end < start[learner + 1]! ? wishTier[end]! : Infinity;
    for (let wish = start[learner]!; wish < end; wish++) {
      if (held[wish] === 1 || standing[wish] === Infinity || wishTier[wish]! >= tier) continue;
      if (clashes && isKeptOut(instance, held, wish, clashes[wishOffer[wish]!]!)) continue;
      visit(wish, learner);
    }
  }
}

/** The last wish that the learner holds when all their places are taken, else the end of their list. */
function endOfBetter({ start, places }: Instance, held: Uint8Array, learner: number): number {
  let left = places[learner]!;
  if (left <= 0) return start[learner]!;
  for (let wish = start[learner]!; wish < start[learner + 1]!; wish++) {
    if (held[wish] === 1 && --left === 0) return wish;
  }
  return start[learner + 1]!;
}

function isKeptOut(instance: Instance, held: Uint8Array, wish: number, clashing: ReadonlySet<number>): boolean {
  const { start, wishLearner, wishOffer, wishTier } = instance;
  const learner = wishLearner[wish]!;
  for (let other = start[learner]!; other < start[learner + 1]!; other++) {
    if (held[other] === 1 && wishTier[other]! <= wishTier[wish]! && clashing.has(wishOffer[other]!)) return true;
  }
  return false;
}
