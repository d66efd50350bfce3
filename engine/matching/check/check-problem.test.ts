import { describe, expect, it } from 'vitest';
import { solve } from '../solve.ts';
import { type FaultCode, ProblemError } from './faults.ts';

const good = {
  seed: 'a'.repeat(64),
  learners: [
    { id: 'l1', preferences: ['o1', ['o2', 'o3']], groups: ['grant'], places: 1 },
    { id: 'l2', preferences: ['o1', 'o2'] },
  ],
  offers: [
    {
      id: 'o1',
      organisation: 'org1',
      capacity: 1,
      priorities: ['l1', 'l2'],
      reserves: [{ group: 'grant', places: 1 }],
    },
    { id: 'o2', organisation: 'org1', capacity: 2, priorities: { scores: { l1: 87.5, l2: 3 } } },
    { id: 'o3', capacity: 1 },
  ],
  caps: [{ organisation: 'org1', places: 2 }],
};
const [l1, l2] = good.learners as [object, object];
const [o1, o2, o3] = good.offers as [object, object, object];

/** What is said of a problem, as `path: sentence`, with the code. */
function faultsOf(problem: unknown): { code: FaultCode; path: string; message: string }[] {
  try {
    solve(problem);
  } catch (error) {
    if (error instanceof ProblemError) return [...error.faults];
    throw error;
  }
  return [];
}

const cases: [string, unknown, FaultCode, string][] = [
  ['no object', [], 'not_an_object', 'the file'],
  ['an unknown field', { ...good, learner: [] }, 'unknown_field', 'learner'],
  [
    'an unknown offer',
    { ...good, learners: [{ ...l1, preferences: ['o9'] }, l2] },
    'unknown_id',
    'learners[0].preferences[0]',
  ],
  [
    'an unknown learner in scores',
    { ...good, offers: [o1, { ...o2, priorities: { scores: { l9: 1 } } }, o3] },
    'unknown_id',
    'offers[1].priorities.scores["l9"]',
  ],
  ['a duplicate id', { ...good, learners: [l1, l2, l1] }, 'duplicate_id', 'learners[2].id'],
  [
    'a duplicate wish',
    { ...good, learners: [{ ...l1, preferences: ['o1', ['o2', 'o1']] }, l2] },
    'duplicate_entry',
    'learners[0].preferences[1][1]',
  ],
  [
    'a tie with itself',
    { ...good, learners: [{ ...l1, preferences: [['o1', 'o1']] }, l2] },
    'duplicate_entry',
    'learners[0].preferences[0][1]',
  ],
  [
    'an empty tie',
    { ...good, learners: [{ ...l1, preferences: [[]] }, l2] },
    'empty_tie',
    'learners[0].preferences[0]',
  ],
  [
    'a negative capacity',
    { ...good, offers: [{ ...o1, capacity: -1, reserves: [] }, o2, o3] },
    'negative',
    'offers[0].capacity',
  ],
  ['a fractional capacity', { ...good, offers: [o1, { ...o2, capacity: 2.5 }, o3] }, 'not_whole', 'offers[1].capacity'],
  ['a missing capacity', { ...good, offers: [o1, o2, { id: 'o3' }] }, 'missing', 'offers[2].capacity'],
  [
    'a reserve above the capacity',
    { ...good, offers: [{ ...o1, reserves: [{ group: 'grant', places: 2 }] }, o2, o3] },
    'reserve_over_capacity',
    'offers[0].reserves',
  ],
  [
    'a minimum above the capacity',
    { ...good, offers: [o1, o2, { ...o3, minimum: 2 }] },
    'minimum_over_capacity',
    'offers[2].minimum',
  ],
  [
    'a cap below a fixed placement',
    { ...good, caps: [{ organisation: 'org1', places: 0 }], fixed: [['l1', 'o1']] },
    'fixed_over_cap',
    'fixed[0]',
  ],
  [
    'more by hand than the capacity',
    {
      ...good,
      fixed: [
        ['l1', 'o1'],
        ['l2', 'o1'],
      ],
    },
    'fixed_over_capacity',
    'fixed[1]',
  ],
  [
    'a pair placed apart by hand',
    {
      ...good,
      together: [['l1', 'l2']],
      fixed: [
        ['l1', 'o1'],
        ['l2', 'o2'],
      ],
    },
    'contradictory_pair',
    'together[0]',
  ],
  [
    'a learner in two pairs',
    {
      ...good,
      together: [
        ['l1', 'l2'],
        ['l2', 'l1'],
      ],
    },
    'contradictory_pair',
    'together[1][0]',
  ],
  ['a clash with itself', { ...good, clashes: [['o1', 'o1']] }, 'clash_with_itself', 'clashes[0]'],
  [
    'a cycle of two clashes',
    {
      ...good,
      clashes: [
        ['o1', 'o2'],
        ['o2', 'o1'],
      ],
    },
    'clash_twice',
    'clashes[1]',
  ],
  ['a short seed', { ...good, seed: 'abc' }, 'bad_seed', 'seed'],
  ['a number as id', { ...good, learners: [{ ...l1, id: 1 }, l2] }, 'wrong_type', 'learners[0].id'],
  ['half a character', { ...good, offers: [o1, o2, { ...o3, id: '\ud83d' }] }, 'text_not_unicode', 'offers[2].id'],
  ['a line break in an id', { ...good, offers: [o1, o2, { ...o3, id: 'o\n3' }] }, 'bad_id', 'offers[2].id'],
  ['an unknown method', { ...good, method: 'fair' }, 'not_one_of', 'method'],
  [
    'reserves under top trading cycles',
    { ...good, method: 'top-trading-cycles', caps: [] },
    'not_with_method',
    'offers[0].reserves',
  ],
  [
    'maximise for several places',
    { ...good, ties: 'maximise', learners: [{ ...l1, places: 2 }, l2] },
    'not_with_method',
    'learners[0].places',
  ],
];

describe('a problem that cannot be used', () => {
  it.each(cases)('with %s is refused with a sentence at its place', (_, problem, code, path) => {
    const fault = faultsOf(problem).find((each) => each.code === code && each.path === path);
    expect(fault?.message).toMatch(/^.+\.$/);
  });

  it('is told everything that is wrong in one go', () => {
    const faults = faultsOf({ ...good, seed: 1, learners: [{ id: 'l1' }, { id: 'l1', preferences: [] }] });
    expect(faults.map(({ code }) => code)).toEqual(expect.arrayContaining(['bad_seed', 'missing', 'duplicate_id']));
  });
});

describe('a problem that can be used', () => {
  it('may be like the example of the guide', () => {
    expect(faultsOf(good)).toEqual([]);
  });

  it('may have ids of every script, digits as text, and names that JavaScript knows', () => {
    const ids = ['学习者', 'طالب', 'Ünïcode-42', '😀', '10', '2', '__proto__', 'constructor', 'O\'Brien "x"'];
    const { allocation } = solve({
      seed: good.seed,
      learners: ids.map((id) => ({ id, preferences: ['all'] })),
      offers: [{ id: 'all', capacity: 20, priorities: JSON.parse(JSON.stringify(ids)) as string[] }],
    });
    expect(Object.keys(allocation).sort()).toEqual(ids.toSorted());
    expect(ids.map((id) => allocation[id])).toEqual(ids.map(() => 'all'));
  });

  it('may have clashes that go round in a ring', () => {
    expect(
      faultsOf({
        ...good,
        clashes: [
          ['o1', 'o2'],
          ['o2', 'o3'],
          ['o3', 'o1'],
        ],
      }),
    ).toEqual([]);
  });
});
