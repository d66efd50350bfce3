import type { Offer, Problem } from '../problem.ts';
import { type Allocation, allocations, holdersOf, priorityRank, wishRank } from './brute-force.ts';

/**
 * The rule for reserves and ceilings, word by word: for each reserve in its order the best of its group, then the best
 * of all; nobody above a ceiling; `limit` in all. Written without the engine, for checking it.
 */
export function choose(problem: Problem, offer: Offer, askers: readonly string[], limit = offer.capacity): string[] {
  const groupsOf = (id: string): readonly string[] =>
    problem.learners.find((learner) => learner.id === id)!.groups ?? [];
  const chosen: string[] = [];
  const fits = (id: string): boolean =>
    (offer.ceilings ?? []).every(
      ({ group, places }) =>
        !groupsOf(id).includes(group) || chosen.filter((other) => groupsOf(other).includes(group)).length < places,
    );
  const best = askers.toSorted((a, b) => priorityRank(offer, a) - priorityRank(offer, b));
  const nextOf = (isWanted: (id: string) => boolean): string | undefined =>
    best.find((id) => !chosen.includes(id) && isWanted(id) && fits(id));
  for (const { group, places } of offer.reserves ?? []) {
    for (let i = 0; i < places && chosen.length < limit; i++) {
      const next = nextOf((id) => groupsOf(id).includes(group));
      if (next !== undefined) chosen.push(next);
    }
  }
  for (let next = nextOf(() => true); next !== undefined && chosen.length < limit; next = nextOf(() => true))
    chosen.push(next);
  return chosen;
}

/** The rule for a cap, word by word: each offer its share rounded down, then one place more at a time, in file order. */
export function chooseWithinCap(
  problem: Problem,
  offers: readonly Offer[],
  askers: (offer: Offer) => string[],
  cap: number,
) {
  const total = offers.reduce((sum, offer) => sum + offer.capacity, 0);
  const wanted = offers.map((offer) => choose(problem, offer, askers(offer)).length);
  const given = offers.map((offer, i) => {
    const share = total <= cap ? offer.capacity : Math.floor((cap * offer.capacity) / total);
    return Math.min(share, wanted[i]!);
  });
  const sum = (): number => given.reduce((a, b) => a + b, 0);
  while (sum() < cap && given.some((count, i) => count < wanted[i]!)) {
    for (let i = 0; i < given.length && sum() < cap; i++) if (given[i]! < wanted[i]!) given[i]!++;
  }
  return new Map(offers.map((offer, i) => [offer.id, choose(problem, offer, askers(offer), given[i])]));
}

/** Whether every offer holds exactly whom it chooses out of all who like it at least as much as what they hold. */
export function isStable(problem: Problem, allocation: Allocation): boolean {
  const askers = (offer: Offer): string[] =>
    problem.learners
      .filter((learner) => {
        const rank = wishRank(learner, offer.id);
        const isAcceptable = rank < Infinity && priorityRank(offer, learner.id) < Infinity;
        return isAcceptable && rank <= wishRank(learner, allocation[learner.id]!);
      })
      .map((learner) => learner.id);
  const caps = new Map((problem.caps ?? []).map((cap) => [cap.organisation, cap.places]));
  const chosen = new Map<string, string[]>();
  for (const offer of problem.offers)
    if (!caps.has(offer.organisation ?? '')) chosen.set(offer.id, choose(problem, offer, askers(offer)));
  for (const [organisation, cap] of caps) {
    const offers = problem.offers.filter((offer) => offer.organisation === organisation);
    for (const [id, ids] of chooseWithinCap(problem, offers, askers, cap)) chosen.set(id, ids);
  }
  return problem.offers.every(({ id }) => holdersOf(allocation, id).sort().join() === chosen.get(id)!.sort().join());
}

export const stableUnderRules = (problem: Problem): Allocation[] =>
  [...allocations(problem)].filter((allocation) => isStable(problem, allocation));
