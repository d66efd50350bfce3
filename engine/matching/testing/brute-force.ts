import type { Learner, Offer, Problem, Ranking } from '../problem.ts';

/** Learner to offer, or null. */
export type Allocation = Readonly<Record<string, string | null>>;

/** Position of an id in a ranking, tied ids alike; Infinity when absent. Written without the engine, for checking it. */
export function rankIn(ranking: Ranking | undefined, id: string): number {
  const position = (ranking ?? []).findIndex((entry) =>
    typeof entry === 'string' ? entry === id : entry.includes(id),
  );
  return position < 0 ? Infinity : position;
}

export const wishRank = (learner: Learner, offer: string | null): number =>
  offer === null ? Infinity : rankIn(learner.preferences, offer);

export const priorityRank = (offer: Offer, learner: string): number =>
  rankIn(offer.priorities as Ranking | undefined, learner);

/** Every allocation in which each learner holds one acceptable offer or none, and no capacity is exceeded. */
export function* allocations(problem: Problem): Generator<Allocation> {
  const left = new Map(problem.offers.map((offer) => [offer.id, offer.capacity]));
  const current: Record<string, string | null> = {};
  function* from(i: number): Generator<Allocation> {
    const learner = problem.learners[i];
    if (!learner) return yield { ...current };
    current[learner.id] = null;
    yield* from(i + 1);
    for (const offer of problem.offers) {
      const isAcceptable = wishRank(learner, offer.id) < Infinity && priorityRank(offer, learner.id) < Infinity;
      if (!isAcceptable || !left.get(offer.id)) continue;
      current[learner.id] = offer.id;
      left.set(offer.id, left.get(offer.id)! - 1);
      yield* from(i + 1);
      left.set(offer.id, left.get(offer.id)! + 1);
    }
    current[learner.id] = null;
  }
  yield* from(0);
}

export const holdersOf = (allocation: Allocation, offer: string): string[] =>
  Object.keys(allocation).filter((learner) => allocation[learner] === offer);

/** Pairs of a learner and an offer that would both strictly rather have each other. */
export function blockingPairs(problem: Problem, allocation: Allocation): [string, string][] {
  return problem.learners.flatMap((learner) =>
    problem.offers.flatMap((offer): [string, string][] => {
      if (wishRank(learner, offer.id) >= wishRank(learner, allocation[learner.id]!)) return [];
      const rank = priorityRank(offer, learner.id);
      const holders = holdersOf(allocation, offer.id);
      const isWelcome =
        rank < Infinity &&
        (holders.length < offer.capacity || holders.some((holder) => priorityRank(offer, holder) > rank));
      return isWelcome ? [[learner.id, offer.id]] : [];
    }),
  );
}

/** All weakly stable allocations. */
export const stableAllocations = (problem: Problem): Allocation[] =>
  [...allocations(problem)].filter((allocation) => blockingPairs(problem, allocation).length === 0);

export const sizeOf = (allocation: Allocation): number =>
  Object.values(allocation).filter((offer) => offer !== null).length;

/** Whether some allocation makes a learner better off and nobody worse off. */
export function isParetoEfficient(problem: Problem, allocation: Allocation): boolean {
  const ranks = (other: Allocation): number[] =>
    problem.learners.map((learner) => wishRank(learner, other[learner.id]!));
  const mine = ranks(allocation);
  for (const other of allocations(problem)) {
    const theirs = ranks(other);
    if (theirs.every((rank, i) => rank <= mine[i]!) && theirs.some((rank, i) => rank < mine[i]!)) return false;
  }
  return true;
}

/** Every other list that a learner could hand in: each order of each subset of the offers. */
export function* misstatements(offers: readonly string[]): Generator<string[]> {
  yield [];
  for (const offer of offers) {
    for (const rest of misstatements(offers.filter((other) => other !== offer))) yield [offer, ...rest];
  }
}
