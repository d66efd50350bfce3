import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lotteryNumber } from '../hash/seed.ts';
import type { Learner, Problem } from '../problem.ts';
import {
  type Allocation,
  allocations,
  isParetoEfficient,
  priorityRank,
  sizeOf,
  wishRank,
} from '../testing/brute-force.ts';
import { problems } from '../testing/problems.ts';
import { allocate, expectTruthful } from '../testing/truthful.ts';

type Seeded = Problem & { seed: string };
const ids = (problem: Problem): string[] => problem.learners.map(({ id }) => id);
const wishes = (learner: Learner): string[] => learner.preferences as string[];
const offerOf = (problem: Problem, id: string) => problem.offers.find((offer) => offer.id === id)!;

/** Gives `learner` the first wish that `isFree`. */
function pick(problem: Problem, learner: Learner, left: Map<string, number>): string | null {
  const isOpen = (id: string): boolean =>
    left.get(id)! > 0 && priorityRank(offerOf(problem, id), learner.id) < Infinity;
  const offer = wishes(learner).find(isOpen) ?? null;
  if (offer !== null) left.set(offer, left.get(offer)! - 1);
  return offer;
}

const places = (problem: Problem): Map<string, number> =>
  new Map(problem.offers.map(({ id, capacity }) => [id, capacity]));

const dictate = (problem: Problem): Allocation => allocate({ ...problem, method: 'serial-dictatorship' });

describe('serial dictatorship', () => {
  it('lets learners choose in the order of their lottery numbers', () => {
    fc.assert(
      fc.property(problems({}), (problem) => {
        const left = places(problem);
        const order = problem.learners.toSorted((a, b) =>
          lotteryNumber(problem.seed, a.id) < lotteryNumber(problem.seed, b.id) ? -1 : 1,
        );
        const expected = Object.fromEntries(order.map((learner) => [learner.id, pick(problem, learner, left)]));
        expect({ ...dictate(problem) }).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('is Pareto-efficient and truthful', () => {
    fc.assert(
      fc.property(problems({}), (problem) => {
        expect(isParetoEfficient(problem, dictate(problem))).toBe(true);
        expectTruthful({ ...problem, method: 'serial-dictatorship' });
      }),
      { numRuns: 200 },
    );
  });
});

describe('immediate acceptance', () => {
  it('gives first choices for good before it looks at second ones', () => {
    fc.assert(
      fc.property(problems({}), (problem) => {
        const left = places(problem);
        const expected: Record<string, string | null> = Object.fromEntries(ids(problem).map((id) => [id, null]));
        for (let rank = 0; rank < problem.offers.length; rank++) {
          for (const offer of problem.offers) {
            const asking = problem.learners
              .filter((learner) => expected[learner.id] === null && wishes(learner)[rank] === offer.id)
              .filter((learner) => priorityRank(offer, learner.id) < Infinity)
              .sort((a, b) => priorityRank(offer, a.id) - priorityRank(offer, b.id))
              .slice(0, left.get(offer.id));
            left.set(offer.id, left.get(offer.id)! - asking.length);
            for (const learner of asking) expected[learner.id] = offer.id;
          }
        }
        expect({ ...allocate({ ...problem, method: 'immediate-acceptance' }) }).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

/** Top trading cycles told naively: look for a cycle from every learner, anew each time. */
function tradeNaively(problem: Seeded): Allocation {
  const left = places(problem);
  const result: Record<string, string | null> = {};
  const remaining = new Set(ids(problem));
  const learnerOf = (id: string): Learner => problem.learners.find((learner) => learner.id === id)!;
  const wish = (id: string): string | undefined =>
    wishes(learnerOf(id)).find((offer) => left.get(offer)! > 0 && priorityRank(offerOf(problem, offer), id) < Infinity);
  const favourite = (offer: string): string =>
    [...remaining].reduce((a, b) =>
      priorityRank(offerOf(problem, offer), b) < priorityRank(offerOf(problem, offer), a) ? b : a,
    );
  while (remaining.size > 0) {
    const idle = [...remaining].find((id) => wish(id) === undefined);
    if (idle !== undefined) {
      result[idle] = null;
      remaining.delete(idle);
      continue;
    }
    let id = [...remaining][0]!;
    for (let i = 0; i < remaining.size; i++) id = favourite(wish(id)!);
    const cycle = [id];
    for (let next = favourite(wish(id)!); next !== id; next = favourite(wish(next)!)) cycle.push(next);
    const traded = cycle.map((member) => wish(member)!);
    cycle.forEach((member, i) => {
      result[member] = traded[i]!;
      left.set(traded[i]!, left.get(traded[i]!)! - 1);
      remaining.delete(member);
    });
  }
  return result;
}

describe('top trading cycles', () => {
  const method = 'top-trading-cycles';

  it('is what trading along one cycle after the other gives', () => {
    fc.assert(
      fc.property(problems({ learners: 6, offers: 4 }), (problem) => {
        expect({ ...allocate({ ...problem, method }) }).toEqual(tradeNaively(problem));
      }),
      { numRuns: 1500 },
    );
  });

  it('is Pareto-efficient and truthful', () => {
    fc.assert(
      fc.property(problems({}), (problem) => {
        expect(isParetoEfficient(problem, allocate({ ...problem, method }))).toBe(true);
        expectTruthful({ ...problem, method });
      }),
      { numRuns: 200 },
    );
  });
});

const ranksOf = (problem: Problem, allocation: Allocation): number[] =>
  problem.learners.flatMap((learner) => {
    const offer = allocation[learner.id]!;
    return offer === null ? [] : [wishRank(learner, offer)];
  });
const total = (ranks: number[]): number => ranks.reduce((a, b) => a + b, 0);
/** Counts from the last choice to the first, as a text that sorts like them. */
const profile = (problem: Problem, ranks: number[]): string =>
  problem.offers
    .map((_, rank) => ranks.filter((each) => each === rank).length)
    .toReversed()
    .join();

describe('rank minimising', () => {
  it.each(['total-rank', 'fewest-last-choices'] as const)('places the most, and then makes %s least', (objective) => {
    fc.assert(
      fc.property(problems({ ties: true, offers: 4 }), (problem) => {
        const mine = allocate({ ...problem, method: 'rank-minimising', objective });
        const most = Math.max(...[...allocations(problem)].map(sizeOf));
        expect(sizeOf(mine)).toBe(most);
        const largest = [...allocations(problem)]
          .filter((other) => sizeOf(other) === most)
          .map((other) => ranksOf(problem, other));
        const ranks = ranksOf(problem, mine);
        if (objective === 'total-rank') expect(total(ranks)).toBe(Math.min(...largest.map(total)));
        else expect(profile(problem, ranks)).toBe(largest.map((other) => profile(problem, other)).sort()[0]);
      }),
      { numRuns: 700 },
    );
  });
});
