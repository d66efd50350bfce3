import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildInstance } from '../instance/build-instance.ts';
import { type Allocation, blockingPairs, sizeOf, stableAllocations } from '../testing/brute-force.ts';
import { problems } from '../testing/problems.ts';
import { largeStable } from './large-stable.ts';

describe('large stable matching', () => {
  it.each([
    { learners: 6, offers: 4, capacity: 2 },
    { learners: 7, offers: 2, capacity: 5 },
  ])('is weakly stable and at least two thirds of the largest, before any improvement: %o', (shape) => {
    fc.assert(
      fc.property(problems({ ties: true, ...shape }), (problem) => {
        const instance = buildInstance(problem, problem.seed);
        const held = largeStable(instance, {});
        const allocation: Record<string, string | null> = Object.fromEntries(
          problem.learners.map(({ id }) => [id, null]),
        );
        held.forEach((isHeld, wish) => {
          if (isHeld === 1) allocation[`l${instance.wishLearner[wish]}`] = `o${instance.wishOffer[wish]}`;
        });
        expect(blockingPairs(problem, allocation as Allocation)).toEqual([]);
        const largest = Math.max(...stableAllocations(problem).map(sizeOf));
        expect(sizeOf(allocation) * 3).toBeGreaterThanOrEqual(largest * 2);
      }),
      { numRuns: 2000 },
    );
  });
});
