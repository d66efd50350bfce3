import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../problem.ts';
import type { Result } from '../result.ts';
import { solve } from '../solve.ts';
import { problems } from '../testing/problems.ts';
import { compare, compareMethods } from './compare.ts';
import { pseudonymise } from './pseudonyms.ts';
import { verify } from './verify.ts';

const groups = ['grant', 'staff'];
const rich = problems({
  groups,
  reserves: true,
  ceilings: true,
  caps: true,
  minimums: true,
  ties: true,
  overlapping: true,
});
const readBack = (result: Result): Result => JSON.parse(JSON.stringify(result)) as Result;

describe('verify', () => {
  it('accepts what solve gives, with explanations or without', () => {
    fc.assert(
      fc.property(rich, fc.boolean(), (problem, explain) => {
        expect(verify(problem, readBack(solve(problem, { explain })))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('finds any learner who was moved, and says where', () => {
    fc.assert(
      fc.property(rich, fc.nat(4), fc.nat(2), (problem, who, where) => {
        const result = readBack(solve(problem));
        const learner = problem.learners[who % problem.learners.length]!.id;
        const offer = problem.offers[where % problem.offers.length]!.id;
        fc.pre(result.allocation[learner] !== offer);
        const found = verify(problem, { ...result, allocation: { ...result.allocation, [learner]: offer } });
        expect(found.map(({ path }) => path)).toContain(`allocation["${learner}"]`);
      }),
      { numRuns: 300 },
    );
  });

  const problem: Problem = {
    learners: [
      { id: 'a', preferences: ['x'] },
      { id: 'b', preferences: ['x'] },
    ],
    offers: [
      { id: 'x', capacity: 1, priorities: ['a', 'b'] },
      { id: 'y', capacity: 1, minimum: 1 },
    ],
  };
  const right = solve(problem);
  it.each([
    [{ ...right, allocation: { a: 'x', b: 'x' } }, 'takes 2 learners, but its capacity is 1'],
    [{ ...right, allocation: { a: 'x', b: 'y' } }, '"b" did not ask for "y"'],
    [{ ...right, allocation: { a: 'x' } }, '"b" is missing'],
    [{ ...right, allocation: { a: 'x', b: null, c: null } }, 'no learner "c"'],
    [{ ...right, allocation: { a: 'z', b: null } }, 'no offer "z"'],
    [{ ...right, allocation: { a: null, b: 'x' } }, 'The method gives "a" "x", but the result says no place'],
    [{ ...right, inputHash: '0' }, 'of another input'],
    [{ ...right, statistics: { ...right.statistics, envy: 7 } }, 'The method gives {'],
    [{}, 'no allocation'],
  ])('names what is wrong: %#', (result, sentence) => {
    expect(
      verify(problem, result)
        .map(({ message }) => message)
        .join('\n'),
    ).toContain(sentence);
  });
});

describe('a spoiled result', () => {
  const problem: Problem = {
    seed: '7f'.repeat(32),
    learners: [
      { id: 'a', preferences: ['x', ['y', 'z']], groups: ['grant'] },
      { id: 'b', preferences: ['x'], places: 2 },
      { id: '__proto__', preferences: ['y', 'x'], groups: ['grant'] },
      { id: 'toString', preferences: ['z', 'x'] },
    ],
    offers: [
      {
        id: 'x',
        capacity: 2,
        organisation: 'o',
        priorities: ['a', ['b', 'toString']],
        reserves: [{ group: 'grant', places: 1 }],
      },
      { id: 'y', capacity: 1, organisation: 'o' },
      { id: 'z', capacity: 3, minimum: 2 },
    ],
    caps: [{ organisation: 'o', places: 2 }],
  };
  const other = compareMethods(problem, solve(problem), 'serial-dictatorship');
  const right = JSON.stringify({ ...solve(problem, { explain: true }), comparison: other });
  const wrongs: unknown[] = [
    null,
    0,
    -1,
    1.5,
    '',
    'x',
    'nobody',
    [],
    ['x'],
    ['x', 'x'],
    {},
    { a: 1 },
    true,
    [1],
    [['x']],
  ];

  it('is told wherever one value is another, and never breaks the check', () => {
    expect(verify(problem, JSON.parse(right))).toEqual([]);
    let tried = 0;
    const missed: string[] = [];
    eachPlace(JSON.parse(right), (set, before) => {
      for (const wrong of wrongs) {
        if (JSON.stringify(wrong) === JSON.stringify(before)) continue;
        const found = verify(problem, JSON.parse(JSON.stringify(set(wrong))));
        if (found.length === 0) missed.push(JSON.stringify(wrong));
        tried++;
      }
    });
    expect(missed).toEqual([]);
    expect(tried).toBeGreaterThan(1500);
  });

  it('is told when something is added that no result has', () => {
    const result = JSON.parse(right) as Result;
    const paths = (extra: object): string[] => verify(problem, { ...result, ...extra }).map(({ path }) => path);
    expect(paths({ note: 'x' })).toEqual(['note']);
    expect(paths({ explanations: { ...result.explanations, zoe: [] } })).toEqual(['explanations["zoe"]']);
    expect(paths({ warnings: ['seed_made_from_input'] })).toEqual(['warnings']);
    expect(paths({ size: { reached: 4, bound: 4 } })).toEqual(['size']);
  });
});

/** Calls `visit` for each value within `root`, with what it was and a way to get the whole with another in its place. */
function eachPlace(
  root: object,
  visit: (set: (value: unknown) => object, before: unknown) => void,
  node: object = root,
): void {
  for (const key of Object.keys(node)) {
    const before = (Object.getOwnPropertyDescriptor(node, key) as { value: unknown }).value;
    const put = (value: unknown): void =>
      void Object.defineProperty(node, key, { value, enumerable: true, writable: true, configurable: true });
    const set = (value: unknown): object => {
      put(value);
      const whole = structuredClone(root);
      put(before);
      return whole;
    };
    visit(set, before);
    if (typeof before === 'object' && before !== null) eachPlace(root, visit, before);
  }
}

describe('explanations', () => {
  it('give every wish one reason whose numbers agree with the allocation', () => {
    fc.assert(
      fc.property(rich, (problem) => {
        const { allocation, explanations, notRunning } = solve(problem, { explain: true });
        for (const learner of problem.learners) {
          const reasons = explanations![learner.id]!;
          expect(reasons.map(({ offer }) => offer).sort()).toEqual(learner.preferences.flat().toSorted());
          for (const { offer, reason } of reasons) {
            expect(reason.code === 'placed').toBe(allocation[learner.id] === offer);
            expect(reason.code === 'not_running').toBe(notRunning.includes(offer));
            if (reason.code === 'outranked') expect(reason.position).toBeGreaterThan(reason.lastPosition!);
            if (reason.code === 'reserved') expect(reason.position).toBeLessThan(reason.lastPosition!);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('pseudonyms', () => {
  it('let a run be published and verified without a single id', () => {
    fc.assert(
      fc.property(rich, fc.string({ minLength: 1 }), (problem, salt) => {
        const published = pseudonymise(
          { ...problem, learners: problem.learners.map((learner) => ({ ...learner })) },
          salt,
        );
        const result = solve(published.problem, { explain: true });
        expect(verify(JSON.parse(JSON.stringify(published.problem)), readBack(result))).toEqual([]);
        expect(JSON.stringify([published.problem, result])).not.toMatch(/"l\d"/);
        expect(new Set(published.pseudonyms.values()).size).toBe(problem.learners.length);
      }),
      { numRuns: 200 },
    );
  });

  it('change nothing but names where nothing is drawn', () => {
    fc.assert(
      fc.property(problems({}), (problem) => {
        const { problem: published, pseudonyms } = pseudonymise(problem, 'salt');
        const [plain, hidden] = [solve(problem).allocation, solve(published).allocation];
        for (const { id } of problem.learners) expect(hidden[pseudonyms.get(id)!]).toBe(plain[id]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('compare', () => {
  it('counts who gains and who loses, for all and per group', () => {
    const problem: Problem = {
      learners: [
        { id: 'a', preferences: ['x', 'y'], groups: ['grant'] },
        { id: 'b', preferences: ['x'] },
        { id: 'c', preferences: ['y', 'x'] },
      ],
      offers: [
        { id: 'x', capacity: 1, priorities: ['a', 'b', 'c'] },
        { id: 'y', capacity: 1, priorities: ['a', 'c'] },
      ],
    };
    const other = { ...problem, fixed: [['b', 'x'] as const] };
    const comparison = compare(problem, solve(problem), solve(other));
    expect(comparison.all).toEqual({ better: 1, worse: 2, same: 0, newlyPlaced: 1, newlyUnplaced: 1 });
    expect(comparison.byGroup['grant']).toEqual({ better: 0, worse: 1, same: 0, newlyPlaced: 0, newlyUnplaced: 0 });
    expect(comparison.changes.find(({ learner }) => learner === 'a')).toEqual({
      learner: 'a',
      from: ['x'],
      to: ['y'],
      rankFrom: 1,
      rankTo: 2,
    });
  });
});

describe('a run', () => {
  it('reports progress and stops when it is told to', () => {
    const problem: Problem = { learners: [{ id: 'a', preferences: [] }], offers: [] };
    const stages: string[] = [];
    solve(problem, { explain: true, onProgress: ({ stage }) => stages.push(stage) });
    expect(stages).toEqual(['placing', 'explaining']);
    expect(() => solve(problem, { signal: { aborted: true } })).toThrow('cancelled');
  });
});
