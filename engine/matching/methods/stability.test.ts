import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solve } from '../solve.ts';
import { type Allocation, blockingPairs, sizeOf, stableAllocations, wishRank } from '../testing/brute-force.ts';
import { asProblem, hasKnownAnswers, type IndexedInstance, knownAnswers } from '../testing/known-answers.ts';
import { problems } from '../testing/problems.ts';
import { allocate, expectTruthful } from '../testing/truthful.ts';

describe('deferred acceptance with strict lists', () => {
  it('is stable, and no stable allocation is better for any learner', () => {
    fc.assert(
      fc.property(problems({}), (problem) => {
        const allocation = allocate(problem);
        expect(blockingPairs(problem, allocation)).toEqual([]);
        for (const other of stableAllocations(problem)) {
          for (const learner of problem.learners)
            expect(wishRank(learner, allocation[learner.id]!)).toBeLessThanOrEqual(
              wishRank(learner, other[learner.id]!),
            );
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('never rewards a learner who misstates the list', () => {
    fc.assert(
      fc.property(problems({}), (problem) => expectTruthful(problem)),
      { numRuns: 400 },
    );
  });
});

describe('deferred acceptance with ties', () => {
  it.each(['lottery', 'lottery-per-offer'] as const)('is weakly stable and truthful by %s', (ties) => {
    fc.assert(
      fc.property(problems({ ties: true }), (problem) => {
        expect(blockingPairs(problem, allocate({ ...problem, ties }))).toEqual([]);
        expectTruthful({ ...problem, ties });
      }),
      { numRuns: 400 },
    );
  });

  it('treats equals by the lottery alone: the order of the file changes nothing', () => {
    fc.assert(
      fc.property(problems({ ties: true }), (problem) => {
        const turned = { ...problem, learners: problem.learners.toReversed(), offers: problem.offers.toReversed() };
        expect({ ...allocate(turned) }).toEqual({ ...allocate(problem) });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    { learners: 6, offers: 4, capacity: 2 },
    { learners: 7, offers: 2, capacity: 5 },
  ])('maximise reaches the largest weakly stable size of small problems, within its bound: %o', (shape) => {
    fc.assert(
      fc.property(problems({ ties: true, ...shape }), (problem) => {
        const result = solve({ ...problem, ties: 'maximise' });
        const allocation = result.allocation as Allocation;
        const largest = Math.max(...stableAllocations(problem).map(sizeOf));
        expect(blockingPairs(problem, allocation)).toEqual([]);
        expect(result.size!.reached).toBe(sizeOf(allocation));
        expect(result.size!.bound).toBeGreaterThanOrEqual(largest);
        expect(sizeOf(allocation)).toBe(largest);
      }),
      { numRuns: 500 },
    );
  });

  const tied = knownAnswers('hrt-ties.json') as (IndexedInstance &
    Record<`${'max' | 'min'}_weakly_stable_size`, number>)[];
  it.skipIf(!hasKnownAnswers).each(tied)('places between the smallest and the largest size in $id', (given) => {
    const problem = { ...asProblem(given), seed: 'ab'.repeat(32) };
    const byLottery = solve(problem);
    expect(byLottery.statistics.blockingPairs).toBe(0);
    expect(byLottery.statistics.placed).toBeGreaterThanOrEqual(given.min_weakly_stable_size);
    expect(byLottery.statistics.placed).toBeLessThanOrEqual(given.max_weakly_stable_size);
    const large = solve({ ...problem, ties: 'maximise' });
    expect(large.statistics.blockingPairs).toBe(0);
    expect(large.statistics.placed).toBe(given.max_weakly_stable_size);
  });
});
