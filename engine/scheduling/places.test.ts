import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPlaces } from './places.ts';

const needs = { places: 3, length: 4, shortest: 1, longest: 8, grid: 1, between: 0 };

test('the latest hours come first, in one stretch where there is one', () => {
  const gaps = [
    { items: [1], from: 0, until: 8, base: 0 },
    { items: [1], from: 20, until: 23, base: 20 },
    { items: [2], from: 2, until: 7, base: 0 },
  ];
  expect(findPlaces(gaps, needs)).toEqual([
    [{ items: [1], from: 4, until: 8 }],
    [{ items: [2], from: 3, until: 7 }],
    [{ items: [1], from: 0, until: 4 }],
  ]);
});

test('what shares an item with a place is taken by it, on whatever items', () => {
  const gaps = [
    { items: [1, 9], from: 0, until: 8, base: 0 },
    { items: [2, 9], from: 0, until: 8, base: 0 },
    { items: [2, 8], from: 0, until: 4, base: 0 },
  ];
  expect(findPlaces(gaps, { ...needs, length: 8 })).toEqual([[{ items: [1, 9], from: 0, until: 8 }]]);
  expect(findPlaces(gaps, needs)).toEqual([
    [{ items: [1, 9], from: 4, until: 8 }],
    [{ items: [1, 9], from: 0, until: 4 }],
    [{ items: [2, 8], from: 0, until: 4 }],
  ]);
});

test('else in several that one person can use, none shorter than the least', () => {
  const gaps = [
    { items: [1], from: 0, until: 3, base: 0 },
    { items: [2], from: 0, until: 3, base: 0 },
    { items: [1], from: 10, until: 13, base: 0 },
  ];
  expect(findPlaces(gaps, { ...needs, shortest: 2 })).toEqual([
    [
      { items: [1], from: 11, until: 13 },
      { items: [1], from: 1, until: 3 },
    ],
  ]);
});

const share = (one: { items: readonly number[] }, other: { items: readonly number[] }) =>
  one.items.some((item) => other.items.includes(item));
const gap = fc
  .record({
    items: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 2 }),
    from: fc.nat(200),
    length: fc.integer({ min: 1, max: 40 }),
    base: fc.nat(9),
  })
  .map(({ length, ...rest }) => ({ ...rest, until: rest.from + length }));

test('whatever is free: places are whole, on the grid, within gaps, as far apart as asked, and of each no two stretches overlap', () => {
  fc.assert(
    fc.property(
      fc.array(gap, { maxLength: 12 }),
      fc.record({
        places: fc.integer({ min: 1, max: 8 }),
        length: fc.integer({ min: 2, max: 10 }).map((n) => n * 4),
        shortest: fc.constantFrom(4, 8),
        longest: fc.constantFrom(8, 16, 40),
        grid: fc.constant(4),
        between: fc.constantFrom(0, 2, 5),
      }),
      (drawn, asked) => {
        // Gaps of the same items lie apart.
        const gaps = drawn.filter(
          (one, index) =>
            !drawn
              .slice(0, index)
              .some((other) => share(other, one) && one.from < other.until && other.from < one.until),
        );
        const found = findPlaces(gaps, asked);
        expect(found.length).toBeLessThanOrEqual(asked.places);
        const all = found.flat();
        for (const place of found) {
          expect(place.reduce((sum, { from, until }) => sum + until - from, 0)).toBe(asked.length);
          for (const [index, one] of place.entries())
            for (const other of place.slice(index + 1))
              expect(one.from >= other.until || other.from >= one.until).toBe(true);
        }
        for (const [index, one] of all.entries()) {
          expect(one.until - one.from).toBeGreaterThanOrEqual(asked.shortest);
          expect(one.until - one.from).toBeLessThanOrEqual(asked.longest);
          const within = gaps.find(
            (other) => other.items === one.items && other.from <= one.from && one.until <= other.until,
          );
          expect(within && Math.abs(one.from - within.base) % asked.grid).toBe(0);
          for (const other of all.slice(index + 1))
            if (share(one, other))
              expect(one.from >= other.until + asked.between || other.from >= one.until + asked.between).toBe(true);
        }
      },
    ),
  );
});
