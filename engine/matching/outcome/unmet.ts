import type { Instance } from '../instance/instance.ts';

/** Visits each acceptable wish that its learner would strictly rather have than the worst place they hold. */
export function eachUnmet(instance: Instance, held: Uint8Array, visit: (wish: number, learner: number) => void): void {
  const { start, standing, places, wishTier } = instance;
  for (let learner = 0; learner < places.length; learner++) {
    const end = endOfBetter(instance, held, learner);
    const tier = end < start[learner + 1]! ? wishTier[end]! : Infinity;
    for (let wish = start[learner]!; wish < end; wish++) {
      if (held[wish] === 0 && standing[wish] !== Infinity && wishTier[wish]! < tier) visit(wish, learner);
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
