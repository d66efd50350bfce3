import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byFairShare, usedPart } from './fair-share.ts';

const standings = new Map([
  ['far', { promisedMinutes: 600, usedMinutes: 480 }],
  ['near', { promisedMinutes: 1_200, usedMinutes: 120 }],
]);

test('who used least of its share goes first, not who used least', () => {
  const requests = [
    { id: 'a', partnerId: 'far', number: 1 },
    { id: 'b', partnerId: 'near', number: 2 },
    { id: 'c', partnerId: 'stranger', number: 0 },
  ];
  expect(byFairShare(requests, standings).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
});

test('between equals, who asked first', () => {
  const requests = [3, 1, 2].map((number) => ({ id: `${number}`, partnerId: 'stranger', number }));
  expect(byFairShare(requests, standings).map(({ number }) => number)).toEqual([1, 2, 3]);
});

test('nobody is lost, and nobody stands before somebody who used less of a share', () => {
  const request = fc.record({ id: fc.uuid(), partnerId: fc.constantFrom('a', 'b', 'c', 'd'), number: fc.nat() });
  const standing = fc.record({ promisedMinutes: fc.nat(1_000), usedMinutes: fc.nat(1_000) });
  fc.assert(
    fc.property(fc.array(request), fc.array(standing, { minLength: 3, maxLength: 3 }), (requests, three) => {
      const known = new Map(
        ['a', 'b', 'c'].map((id, index) => [id, three[index] ?? { promisedMinutes: 0, usedMinutes: 0 }]),
      );
      const parts = byFairShare(requests, known).map(({ partnerId }) =>
        usedPart(known.get(partnerId) ?? { promisedMinutes: 0, usedMinutes: 0 }),
      );
      expect(parts).toHaveLength(requests.length);
      for (const [index, part] of parts.entries()) expect(part >= (parts[index - 1] ?? 0)).toBe(true);
    }),
  );
});
