import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildInstance } from '../instance/build-instance.ts';
import type { Problem } from '../problem.ts';
import { solve } from '../solve.ts';
import { type Allocation, blockingPairs } from '../testing/brute-force.ts';
import { seeds } from '../testing/problems.ts';
import { largeStable } from './large-stable.ts';
import { sizeOf } from './tie-walk.ts';

const SIZE = 12;
const RUNS = 1000;

/**
 * Problems too large to look through, of which the answer is known all the same: everybody can be placed, learner `i` in
 * offer `i`, as each further pair that accept each other was put into the lists so that it does not block this.
 */
const planted: fc.Arbitrary<Problem & { seed: string }> = fc
  .tuple(
    seeds,
    fc.shuffledSubarray([...Array(SIZE).keys()], { minLength: SIZE }),
    fc.array(
      fc.record({
        learner: fc.nat(SIZE - 1),
        offer: fc.nat(SIZE - 1),
        isDearTo: fc.constantFrom('learner', 'offer', 'neither'),
        isTied: fc.boolean(),
      }),
      { minLength: 2 * SIZE, maxLength: 3 * SIZE },
    ),
  )
  .map(([seed, order, pairs]) => {
    const seen = new Set<string>();
    const further = pairs.filter(({ learner, offer }) => {
      const pair = `${learner} ${offer}`;
      return learner !== offer && !seen.has(pair) && seen.add(pair);
    });
    const listOf = (side: 'learner' | 'offer', own: number): (string | string[])[] => {
      const other = side === 'learner' ? 'offer' : 'learner';
      const mine = further.filter((pair) => pair[side] === own);
      const name = (pair: (typeof further)[number]): string => `${other[0]}${pair[other]}`;
      const dear = mine.filter(({ isDearTo }) => isDearTo === side).map(name);
      const rest = mine.filter(({ isDearTo }) => isDearTo !== side);
      const tied = rest.filter(({ isTied }) => isTied).map(name);
      return [...dear, [`${other[0]}${own}`, ...tied].sort(), ...rest.filter(({ isTied }) => !isTied).map(name)];
    };
    return {
      seed,
      ties: 'maximise',
      learners: order.map((i) => ({ id: `l${i}`, preferences: listOf('learner', i) })),
      offers: order.map((i) => ({ id: `o${i}`, capacity: 1, priorities: listOf('offer', i) })),
    };
  });

describe('maximise', () => {
  it('nearly always finds the allocation that places everybody, which the proposals alone often miss', () => {
    let missed = 0;
    let missedByProposals = 0;
    fc.assert(
      fc.property(planted, (problem) => {
        const { allocation, size } = solve(problem);
        expect(blockingPairs(problem, allocation as Allocation)).toEqual([]);
        expect(size!.bound).toBe(SIZE);
        expect(size!.reached).toBeGreaterThanOrEqual(SIZE - 1);
        if (size!.reached < SIZE) missed++;
        if (sizeOf(largeStable(buildInstance(problem, problem.seed), {})) < SIZE) missedByProposals++;
      }),
      { numRuns: RUNS },
    );
    // To find it always would be to solve an NP-hard problem.
    expect(missed).toBeLessThan(RUNS / 100);
    expect(missedByProposals).toBeGreaterThan(RUNS / 20);
  });
});
