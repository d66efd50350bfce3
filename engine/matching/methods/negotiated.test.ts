import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../problem.ts';
import { brokenRules, placesOf } from '../publish/broken-rules.ts';
import { solve } from '../solve.ts';
import { type Allocation, blockingPairs, wishRank } from '../testing/brute-force.ts';
import { problems } from '../testing/problems.ts';

type Seeded = Problem & { seed: string };
const namesOf = (problem: Problem): string[] => problem.learners.map(({ id }) => id);

describe('minimums', () => {
  it('hold in every offer that runs, and those who would rather have a closed one are named', () => {
    fc.assert(
      fc.property(problems({ minimums: true, capacity: 3 }), (problem) => {
        const result = solve(problem);
        expect(brokenRules(problem, result.allocation)).toEqual([]);
        const running = {
          ...problem,
          offers: problem.offers.map((offer) =>
            result.notRunning.includes(offer.id) ? { ...offer, capacity: 0, minimum: 0 } : offer,
          ),
        };
        expect(blockingPairs(running, result.allocation as Allocation)).toEqual([]);
        const missed = problem.learners.filter((learner) =>
          result.notRunning.some((offer) => {
            const rank = wishRank(learner, offer);
            const accepts = problem.offers.find(({ id }) => id === offer)!.priorities as string[];
            return (
              rank < wishRank(learner, result.allocation[learner.id] as string | null) && accepts.includes(learner.id)
            );
          }),
        );
        const named = result.gaveUp.find(({ property, because }) => property === 'stable' && because === 'minimum');
        expect(named?.learners ?? []).toEqual(missed.map(({ id }) => id));
      }),
      { numRuns: 700 },
    );
  });

  it('close the offer that lacks most, so that another can run', () => {
    const learners = ['a', 'b', 'c'].map((id) => ({ id, preferences: id === 'c' ? ['y', 'x'] : ['x', 'y'] }));
    const { allocation, notRunning } = solve({
      seed: '0'.repeat(64),
      learners,
      offers: ['x', 'y'].map((id) => ({ id, capacity: 3, minimum: 3 })),
    });
    expect([{ ...allocation }, notRunning]).toEqual([{ a: 'x', b: 'x', c: 'x' }, ['y']]);
  });
});

/** Whether both of a pair could move to one offer that takes both, each better off. */
function pairBlocks(problem: Problem, allocation: Allocation, pair: readonly string[]): boolean {
  return problem.offers.some((offer) => {
    const better = pair.every(
      (id) =>
        wishRank(
          problem.learners.find((learner) => learner.id === id)!,
          offer.id,
        ) <
        wishRank(
          problem.learners.find((learner) => learner.id === id)!,
          allocation[id]!,
        ),
    );
    const priorities = offer.priorities as string[];
    if (!better || !pair.every((id) => priorities.includes(id))) return false;
    const holders = Object.keys(allocation).filter((id) => allocation[id] === offer.id && !pair.includes(id));
    const best = [...holders, ...pair]
      .sort((a, b) => priorities.indexOf(a) - priorities.indexOf(b))
      .slice(0, offer.capacity);
    return pair.every((id) => best.includes(id));
  });
}

describe('together', () => {
  it('keeps a pair in one offer or in none, and is stable whenever it does not say otherwise', () => {
    let unstable = 0;
    fc.assert(
      fc.property(problems({ learners: 5, capacity: 3 }), (drawn: Seeded) => {
        fc.pre(drawn.learners.length >= 2);
        const problem = { ...drawn, together: [['l0', 'l1']] };
        const result = solve(problem);
        const allocation = result.allocation as Allocation;
        expect(brokenRules(problem, allocation)).toEqual([]);
        const blocking = blockingPairs(problem, allocation).filter(([id]) => id !== 'l0' && id !== 'l1');
        const isBlocked = blocking.length > 0 || pairBlocks(problem, allocation, ['l0', 'l1']);
        expect(result.statistics.blockingPairs > 0).toBe(isBlocked);
        expect(result.gaveUp.some(({ property }) => property === 'stable')).toBe(isBlocked);
        unstable += isBlocked ? 1 : 0;
      }),
      { numRuns: 1000 },
    );
    expect(unstable).toBeLessThan(50);
  });
});

describe('several places with clashes', () => {
  it('never lets a learner hold two offers that clash, nor more than allowed, nor below a better one that is free', () => {
    const clashing = fc.uniqueArray(fc.constantFrom<string[]>(['o0', 'o1'], ['o1', 'o2'], ['o2', 'o3'], ['o0', 'o3']));
    fc.assert(
      fc.property(
        problems({ offers: 4 }),
        clashing,
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5 }),
        (drawn, pairs, places) => {
          const offers = new Set(drawn.offers.map(({ id }) => id));
          const clashes = pairs.filter((pair) => pair.every((id) => offers.has(id)));
          const learners = drawn.learners.map((learner, i) => ({ ...learner, places: places[i]! }));
          const result = solve({ ...drawn, learners, clashes });
          expect(brokenRules({ ...drawn, learners, clashes }, result.allocation)).toEqual([]);
          for (const learner of learners) {
            const held = placesOf(result.allocation, learner.id);
            for (const offer of drawn.offers) {
              const takers = Object.keys(result.allocation).filter((id) =>
                placesOf(result.allocation, id).includes(offer.id),
              );
              const isFree = takers.length < offer.capacity && (offer.priorities as string[]).includes(learner.id);
              const isWanted =
                wishRank(learner, offer.id) < Infinity && !held.includes(offer.id) && held.length < learner.places;
              const overlaps = held.some((other) =>
                clashes.some((clash) => clash.includes(other) && clash.includes(offer.id)),
              );
              if (isFree && isWanted && !overlaps) expect(result.statistics.blockingPairs).toBeGreaterThan(0);
            }
          }
          // Offers that all clash with each other leave a learner a plain choice, so that nothing has to be given up.
          if (clashes.length <= 1) expect(result.statistics.blockingPairs).toBe(0);
        },
      ),
      { numRuns: 700 },
    );
  });
});

describe('everything at once', () => {
  const groups = ['grant', 'staff'];
  const shape = { groups, reserves: true, ceilings: true, overlapping: true, caps: true, minimums: true, ties: true };

  it('keeps every rule, so that whatever is allocated also verifies', () => {
    fc.assert(
      fc.property(
        problems({ ...shape, learners: 6, offers: 4, capacity: 3 }),
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 6, maxLength: 6 }),
        fc.boolean(),
        fc.boolean(),
        (drawn, places, hasFixed, hasClash) => {
          const learners = drawn.learners.map((learner, i) => ({ ...learner, places: places[i]! }));
          fc.pre(learners.length >= 4 && drawn.offers.length >= 2);
          const free = drawn.offers.find(({ capacity, ceilings }) => capacity >= 2 && ceilings!.length === 0);
          const fixed = hasFixed && free ? ['l0', 'l1', 'l3'].slice(0, free.capacity) : [];
          const problem: Problem = {
            ...drawn,
            caps: drawn.caps!.map((cap) => ({ ...cap, places: cap.places + 3 })),
            learners,
            together: [['l0', 'l1']],
            clashes: hasClash ? [['o0', 'o1']] : [],
            fixed: fixed.map((learner) => [learner, free!.id] as const),
          };
          const result = solve(problem, { explain: true });
          expect(brokenRules(problem, result.allocation)).toEqual([]);
          for (const { id, minimum = 0 } of problem.offers) {
            const holders = namesOf(problem).filter((name) => placesOf(result.allocation, name).includes(id));
            const isSmall = holders.length > 0 && holders.length < minimum;
            const told = result.gaveUp.find(
              ({ property, offers }) => property === 'minimum_size' && offers.includes(id),
            );
            expect(told !== undefined).toBe(isSmall);
            if (isSmall) expect(told!.learners).toEqual(fixed);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('placements by hand', () => {
  it('are kept, take a place, and leave the rest to the method', () => {
    fc.assert(
      fc.property(problems({}), (drawn) => {
        const offer = drawn.offers.find(({ capacity }) => capacity > 0);
        fc.pre(offer !== undefined);
        const problem: Problem = { ...drawn, fixed: [['l0', offer.id, 'agreed']] };
        const result = solve(problem, { explain: true });
        expect(result.allocation['l0']).toBe(offer.id);
        const rest = {
          ...drawn,
          learners: drawn.learners.slice(1),
          offers: drawn.offers.map((other) => ({
            ...other,
            priorities: (other.priorities as string[]).filter((id) => id !== 'l0'),
            capacity: other.capacity - (other === offer ? 1 : 0),
          })),
        };
        expect({ ...result.allocation, l0: undefined }).toEqual({ ...solve(rest).allocation, l0: undefined });
        for (const { reason } of result.explanations!['l0']!)
          expect(reason).toEqual({ code: 'placed_by_hand', offer: offer.id, note: 'agreed' });
        expect(namesOf(problem)).toEqual(Object.keys(result.allocation));
      }),
      { numRuns: 300 },
    );
  });
});
