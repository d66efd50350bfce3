import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { move } from './move.ts';

test('an entry moves up and down', () => {
  expect(move(['a', 'b', 'c', 'd'], 2, 0)).toEqual(['c', 'a', 'b', 'd']);
  expect(move(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
});

test('the list that was given stays as it was', () => {
  const given = ['a', 'b'];
  move(given, 0, 1);
  expect(given).toEqual(['a', 'b']);
});

test('beyond the ends nothing moves', () => {
  expect(move(['a', 'b'], 0, 2)).toEqual(['a', 'b']);
  expect(move(['a', 'b'], -1, 0)).toEqual(['a', 'b']);
  expect(move([], 0, 0)).toEqual([]);
});

test('nobody is lost or doubled, and the way back restores the order', () => {
  const lists = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(lists, fc.nat(29), fc.nat(29), (items, a, b) => {
      const [from, to] = [a % items.length, b % items.length];
      const moved = move(items, from, to);
      expect(moved[to]).toBe(items[from]);
      expect(new Set(moved)).toEqual(new Set(items));
      expect(move(moved, to, from)).toEqual(items);
    }),
  );
});
