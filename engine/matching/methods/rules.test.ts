import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solve } from '../solve.ts';
import { type Allocation, holdersOf, wishRank } from '../testing/brute-force.ts';
import { isStable, stableUnderRules } from '../testing/brute-force-rules.ts';
import { problems } from '../testing/problems.ts';
import { allocate, expectTruthful } from '../testing/truthful.ts';

const groups = ['grant', 'staff', 'near'];
const kinds = [
  ['reserves of groups that do not overlap', { groups, reserves: true }],
  ['reserves of groups that overlap', { groups, reserves: true, overlapping: true }],
  ['ceilings', { groups, ceilings: true }],
  ['reserves and ceilings', { groups, reserves: true, ceilings: true }],
  ['caps', { caps: true, offers: 4 }],
  ['reserves, ceilings and caps', { groups, reserves: true, ceilings: true, caps: true, offers: 4, learners: 4 }],
] as const;

describe.each(kinds)('deferred acceptance with %s', (_, shape) => {
  it('is stable under the stated rule, and best for every learner among what is', () => {
    fc.assert(
      fc.property(problems({ capacity: 3, ...shape }), (problem) => {
        const result = solve(problem);
        const allocation = result.allocation as Allocation;
        expect(isStable(problem, allocation)).toBe(true);
        expect([result.statistics.blockingPairs, result.gaveUp]).toEqual([0, []]);
        for (const other of stableUnderRules(problem)) {
          for (const learner of problem.learners)
            expect(wishRank(learner, allocation[learner.id]!)).toBeLessThanOrEqual(
              wishRank(learner, other[learner.id]!),
            );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never rewards a learner who misstates the list', () => {
    fc.assert(fc.property(problems({ capacity: 3, ...shape, offers: 3 }), expectTruthful), { numRuns: 150 });
  });
});

describe('ceilings of groups that overlap', () => {
  const shape = { groups, reserves: true, ceilings: true, overlapping: true, capacity: 3 };

  it('hold for every group, and whoever blocks is named', () => {
    let blocked = 0;
    fc.assert(
      fc.property(problems(shape), (problem) => {
        const result = solve(problem);
        const allocation = result.allocation as Allocation;
        for (const offer of problem.offers) {
          const holders = problem.learners.filter(({ id }) => allocation[id] === offer.id);
          for (const { group, places } of offer.ceilings ?? [])
            expect(holders.filter((learner) => learner.groups?.includes(group)).length).toBeLessThanOrEqual(places);
        }
        const unstable = result.gaveUp.some((given) => given.property === 'stable' && given.learners.length > 0);
        expect(unstable).toBe(result.statistics.blockingPairs > 0);
        blocked += unstable ? 1 : 0;
      }),
      { numRuns: 500 },
    );
    expect(blocked).toBeLessThan(100);
  });
});

describe('caps', () => {
  it('are never exceeded, whatever the method', () => {
    fc.assert(
      fc.property(problems({ caps: true, offers: 4 }), (problem) => {
        for (const method of ['serial-dictatorship', 'immediate-acceptance', 'rank-minimising'] as const) {
          const allocation = allocate({ ...problem, method });
          for (const cap of problem.caps!) {
            const offers = problem.offers.filter((offer) => offer.organisation === cap.organisation);
            const placed = offers.flatMap((offer) => holdersOf(allocation, offer.id)).length;
            expect(placed).toBeLessThanOrEqual(cap.places);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
