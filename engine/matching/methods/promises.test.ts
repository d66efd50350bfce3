import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lotteryNumber } from '../hash/seed.ts';
import type { Learner, MethodName, Problem } from '../problem.ts';
import { placesOf } from '../publish/broken-rules.ts';
import { solve } from '../solve.ts';
import { holdersOf, isParetoEfficient, priorityRank, wishRank } from '../testing/brute-force.ts';
import { problems } from '../testing/problems.ts';
import { allocate } from '../testing/truthful.ts';

/** What the table of the guide promises beyond stability and truthfulness; those stand with each method. */

describe.each<MethodName>(['immediate-acceptance', 'rank-minimising'])('%s', (method) => {
  it('is Pareto-efficient by the lists as they are stated', () => {
    fc.assert(
      fc.property(problems({}), (problem) => {
        expect(isParetoEfficient(problem, allocate({ ...problem, method }))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('immediate acceptance', () => {
  it('rewards a learner who misstates the list, and the result warns of it', () => {
    const problem: Problem = {
      method: 'immediate-acceptance',
      learners: [
        { id: 'a', preferences: ['x', 'y', 'z'] },
        { id: 'b', preferences: ['x', 'y', 'z'] },
        { id: 'c', preferences: ['y', 'x', 'z'] },
      ],
      offers: ['x', 'y', 'z'].map((id) => ({ id, capacity: 1, priorities: ['a', 'b', 'c'] })),
    };
    const [a, b, c] = problem.learners;
    const tactical = { ...problem, learners: [a!, { ...b!, preferences: ['y', 'x', 'z'] }, c!] };
    expect([allocate(problem)['b'], allocate(tactical)['b']]).toEqual(['z', 'y']);
    expect(solve(problem).warnings).toContain('rewards_misstated_wishes');
  });
});

const groups = ['grant', 'staff'];

describe.each<MethodName>(['deferred-acceptance', 'serial-dictatorship', 'immediate-acceptance'])(
  'reserves in %s',
  (method) => {
    it('are kept: no member goes without whom the offer accepts, while members hold fewer than are reserved', () => {
      fc.assert(
        fc.property(problems({ groups, reserves: true, learners: 6, capacity: 4 }), (drawn) => {
          const problem = { ...drawn, method };
          const allocation = allocate(problem);
          for (const offer of problem.offers) {
            for (const { group, places } of offer.reserves ?? []) {
              const isMember = ({ groups: mine }: Learner): boolean => mine!.includes(group);
              const holders = holdersOf(allocation, offer.id);
              const members = problem.learners.filter((learner) => isMember(learner) && holders.includes(learner.id));
              const waiting = problem.learners.filter(
                (learner) =>
                  isMember(learner) &&
                  priorityRank(offer, learner.id) < Infinity &&
                  wishRank(learner, offer.id) < wishRank(learner, allocation[learner.id]!),
              );
              if (waiting.length > 0) expect(members.length).toBeGreaterThanOrEqual(places);
            }
          }
        }),
        { numRuns: 2000 },
      );
    });
  },
);

describe.each<MethodName>(['deferred-acceptance', 'serial-dictatorship', 'immediate-acceptance', 'top-trading-cycles'])(
  'equals in %s',
  (method) => {
    it('are told apart by their lottery numbers and by nothing else', () => {
      fc.assert(
        fc.property(problems({ ties: true, learners: 6, offers: 4, capacity: 2 }), (drawn) => {
          fc.pre(drawn.learners.length >= 2);
          const [first, second, ...others] = drawn.learners;
          // The second is the first once more: the same list, and tied with the first wherever that one stands.
          const twin = { ...first!, id: second!.id };
          const offers = drawn.offers.map((offer) => ({
            ...offer,
            priorities: withTwin(offer.priorities as (string | string[])[], first!.id, twin.id),
          }));
          const problem = { ...drawn, method, offers, learners: [first!, twin, ...others] };
          const allocation = allocate(problem);
          const number = (id: string): string => lotteryNumber(drawn.seed, id);
          const [lower, higher] = number(first!.id) < number(twin.id) ? [first!, twin] : [twin, first!];
          expect(wishRank(lower, allocation[lower.id]!)).toBeLessThanOrEqual(wishRank(higher, allocation[higher.id]!));
          const turned = { ...problem, learners: problem.learners.toReversed(), offers: offers.toReversed() };
          expect({ ...allocate(turned) }).toEqual({ ...allocation });
        }),
        { numRuns: 2000 },
      );
    });
  },
);

function withTwin(ranking: readonly (string | string[])[], id: string, twin: string): (string | string[])[] {
  return ranking
    .map((entry) => [entry].flat().filter((other) => other !== twin))
    .filter((tier) => tier.length > 0)
    .map((tier) => (tier.includes(id) ? [...tier, twin] : tier));
}

describe('several places', () => {
  it('leave no learner and offer who would rather have each other, and give each learner the best that is stable', () => {
    fc.assert(
      fc.property(
        problems({ learners: 4, offers: 3, capacity: 2 }),
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 }),
        (drawn, places) => {
          const problem: Problem = {
            ...drawn,
            learners: drawn.learners.map((learner, i) => ({ ...learner, places: places[i]! })),
          };
          const result = solve(problem);
          const mine = problem.learners.map(({ id }) => placesOf(result.allocation, id));
          expect(isPairwiseStable(problem, mine)).toBe(true);
          expect(result.statistics.blockingPairs).toBe(0);
          for (const other of assignments(problem)) {
            if (!isPairwiseStable(problem, other)) continue;
            problem.learners.forEach((learner, i) => {
              // By responsive wishes: the best, the second best and so on are each at least as good.
              const ranks = (held: readonly string[]): number[] =>
                held.map((offer) => wishRank(learner, offer)).toSorted((a, b) => a - b);
              const [best, theirs] = [ranks(mine[i]!), ranks(other[i]!)];
              theirs.forEach((rank, k) => expect(best[k] ?? Infinity).toBeLessThanOrEqual(rank));
            });
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** Every way to give each learner some of their acceptable offers, within places and capacities. */
function* assignments(
  problem: Problem,
  given: readonly (readonly string[])[] = [],
): Generator<readonly (readonly string[])[]> {
  const learner = problem.learners[given.length];
  if (!learner) return yield given;
  const isFree = (id: string): boolean => {
    const offer = problem.offers.find((each) => each.id === id)!;
    const taken = given.filter((held) => held.includes(id)).length;
    return taken < offer.capacity && priorityRank(offer, learner.id) < Infinity;
  };
  const possible = (learner.preferences as string[]).filter(isFree);
  for (let bits = 0; bits < 2 ** possible.length; bits++) {
    const held = possible.filter((_, i) => (bits >> i) % 2 === 1);
    if (held.length <= learner.places!) yield* assignments(problem, [...given, held]);
  }
}

/** Whether no learner and offer, not together, would both rather have each other than their worst, or than a free place. */
function isPairwiseStable(problem: Problem, held: readonly (readonly string[])[]): boolean {
  return problem.learners.every((learner, i) =>
    problem.offers.every((offer) => {
      const rank = wishRank(learner, offer.id);
      const priority = priorityRank(offer, learner.id);
      if (held[i]!.includes(offer.id) || rank === Infinity || priority === Infinity) return true;
      const isWanted = held[i]!.length < learner.places! || held[i]!.some((mine) => wishRank(learner, mine) > rank);
      const holders = problem.learners.filter((_, k) => held[k]!.includes(offer.id));
      const isWelcome =
        holders.length < offer.capacity || holders.some((holder) => priorityRank(offer, holder.id) > priority);
      return !(isWanted && isWelcome);
    }),
  );
}
