import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCallOrder, orderOfCall } from '../check/check-call-order.ts';
import { hasKnownAnswers, knownAnswers } from '../testing/known-answers.ts';
import { solve } from '../solve.ts';
import { callOrder } from './call-order.ts';

interface Official {
  readonly source: string;
  readonly min_grant_percent: number;
  readonly min_resident_percent: number;
  readonly ranking: readonly { id: string; grant: boolean; resident: boolean }[];
  readonly expected_call_order: readonly string[];
}
const official =
  (knownAnswers('parcoursup-call-order.json') as { official_examples?: Official[] }).official_examples ?? [];

describe('call order', () => {
  it.skipIf(!hasKnownAnswers).each(official)('is that of the $source', (example) => {
    const file = {
      ranking: example.ranking.map(({ id, grant, resident }) => ({
        id,
        groups: [...(grant ? ['grant'] : []), ...(resident ? ['resident'] : [])],
      })),
      minimums: [
        { group: 'grant', percent: example.min_grant_percent },
        { group: 'resident', percent: example.min_resident_percent },
      ],
    };
    expect(orderOfCall(checkCallOrder(file))).toEqual(example.expected_call_order);
  });

  it('keeps one rate at every position as long as members remain, and calls both sides in the order of the ranking', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), fc.integer({ min: 0, max: 100 }), (isMember, percent) => {
        const order = callOrder(
          isMember.map((is) => (is ? ['g'] : [])),
          [{ group: 'g', percent }],
        );
        expect(order.toSorted((a, b) => a - b)).toEqual(isMember.map((_, i) => i));
        const all = isMember.filter(Boolean).length;
        order.forEach((_, i) => {
          const called = order.slice(0, i + 1).filter((rank) => isMember[rank]).length;
          expect(called === all || called * 100 >= percent * (i + 1)).toBe(true);
        });
        for (const side of [true, false]) {
          const mine = order.filter((rank) => isMember[rank] === side);
          expect(mine).toEqual(mine.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('gives way in the order of the list where two rates cannot both be met', () => {
    const ranking = [
      { id: 'a', groups: ['x'] },
      { id: 'b', groups: ['y'] },
    ];
    const both = [
      { group: 'x', percent: 100 },
      { group: 'y', percent: 100 },
    ];
    expect(orderOfCall({ ranking, minimums: both })).toEqual(['a', 'b']);
    expect(orderOfCall({ ranking, minimums: both.toReversed() })).toEqual(['b', 'a']);
  });

  it('forms the priorities of an offer', () => {
    const { allocation } = solve({
      learners: ['a', 'b'].map((id) => ({ id, preferences: ['o'], groups: id === 'b' ? ['grant'] : [] })),
      offers: [{ id: 'o', capacity: 1, priorities: ['a', 'b'], minimums: [{ group: 'grant', percent: 10 }] }],
    });
    expect(allocation).toEqual({ a: null, b: 'o' });
  });

  it.each([
    [{ ranking: [{ id: 'a' }, { id: 'a' }] }, 'ranking[1].id'],
    [{ ranking: [{ id: 'a' }], minimums: [{ group: 'g', percent: 101 }] }, 'minimums[0].percent'],
    [{ ranking: [{ id: 7 }] }, 'ranking[0].id'],
    [{}, 'ranking'],
    ['text', 'the file'],
  ])('refuses a wrong file at its place: %#', (file, path) => {
    expect(() => checkCallOrder(file)).toThrow(`${path}: `);
  });
});
