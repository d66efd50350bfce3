import type { Instance } from '../instance/instance.ts';
import type { Problem } from '../problem.ts';
import type { GroupStatistics, Statistics } from '../result.ts';
import type { Seats } from './seats.ts';
import { eachUnmet } from './unmet.ts';

interface Counts extends GroupStatistics {
  learners: number;
  placed: number;
  rankProfile: number[];
}

const noCounts = (): Counts => ({ learners: 0, placed: 0, rankProfile: [] });

/**
 * Counts what an outcome gives. `seats` are judged by the offers' own priorities, whatever the method looked at;
 * `blocking` counts the pairs that block it.
 */
export function measure(
  problem: Problem,
  { instance, held, seats }: { instance: Instance; held: Uint8Array; seats: Seats },
  blocking: number,
): Statistics {
  const total = noCounts();
  const byGroup = new Map<string, Counts>();
  const byHand = new Set((problem.fixed ?? []).map(([learner]) => learner));
  const filled = seats.taken.reduce((sum, taken) => sum + taken, 0) + (problem.fixed?.length ?? 0);
  problem.learners.forEach((learner, i) => {
    const rank = bestRank(instance, held, i);
    const placed = rank !== undefined || byHand.has(learner.id);
    count(total, placed, rank);
    for (const group of learner.groups ?? []) {
      if (!byGroup.has(group)) byGroup.set(group, noCounts());
      count(byGroup.get(group)!, placed, rank);
    }
  });
  const places = problem.offers.reduce((sum, offer) => sum + offer.capacity, 0);
  return {
    ...total,
    unplaced: total.learners - total.placed,
    places,
    filled,
    unfilled: places - filled,
    byGroup: Object.fromEntries([...byGroup].sort(([a], [b]) => (a < b ? -1 : 1))),
    blockingPairs: blocking,
    envy: countEnvy(instance, held, seats),
  };
}

/** The tier, from 0, of the best place that a learner holds through a wish. */
function bestRank(instance: Instance, held: Uint8Array, learner: number): number | undefined {
  for (let wish = instance.start[learner]!; wish < instance.start[learner + 1]!; wish++) {
    if (held[wish] === 1) return instance.wishTier[wish]!;
  }
  return undefined;
}

function count(counts: Counts, placed: boolean, rank: number | undefined): void {
  counts.learners++;
  if (placed) counts.placed++;
  if (rank === undefined) return;
  while (counts.rankProfile.length <= rank) counts.rankProfile.push(0);
  counts.rankProfile[rank]!++;
}

/** Wishes that a learner likes better than what they hold, where somebody ranked strictly lower holds a place. */
function countEnvy(instance: Instance, held: Uint8Array, seats: Seats): number {
  const { standing, wishOffer } = instance;
  let envy = 0;
  eachUnmet(instance, held, (wish) => {
    const lowest = seats.lowest[wishOffer[wish]!]!;
    if (lowest >= 0 && standing[wish]! < standing[lowest]!) envy++;
  });
  return envy;
}
