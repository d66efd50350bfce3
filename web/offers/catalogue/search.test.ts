import { expect, test } from 'vitest';
import { hasFilters, readCatalogueSearch } from './search.ts';

const given = (search: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(readCatalogueSearch(search)).filter(([, value]) => value !== undefined));

test('words, filters and order are read from the address', () => {
  const search = { words: 'data coast', kind: ['course'], field: ['07'], openNow: true, sort: 'closing' };
  expect(given(search)).toEqual(search);
});

test('one value counts as a list of one, and none as no filter', () => {
  expect(given({ kind: 'course', mode: [], words: '  ' })).toEqual({ kind: ['course'] });
});

test('numbers in the address are the text that was typed', () => {
  expect(given({ words: 2027, field: 1041 })).toEqual({ words: '2027', field: ['1041'] });
});

test('what is no value of a filter is left out, also from other programs’ links', () => {
  expect(
    given({ kind: ['spaceship', 'course', 'course'], level: 'wizard', country: 'dk', sort: 'random', utm: 'x' }),
  ).toEqual({
    kind: ['course'],
  });
});

test('words and order are no filters', () => {
  expect(hasFilters(readCatalogueSearch({ words: 'data', sort: 'closing' }))).toBe(false);
  expect(hasFilters(readCatalogueSearch({ openNow: true }))).toBe(true);
});
