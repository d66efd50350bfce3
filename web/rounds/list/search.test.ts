import { expect, test } from 'vitest';
import { readRoundsSearch } from './search.ts';

test('an address keeps the states that exist and drops everything else', () => {
  expect(readRoundsSearch({ state: ['open', 'nonsense', 'published'] })).toEqual({ state: ['open', 'published'] });
  expect(readRoundsSearch({ state: 'open' })).toEqual({ state: undefined });
  expect(readRoundsSearch({})).toEqual({ state: undefined });
});
