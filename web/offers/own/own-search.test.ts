import { expect, test } from 'vitest';
import { readOwnSearch } from './own-search.ts';

test('states, kinds and words are read from the address, and nothing else', () => {
  expect(readOwnSearch({ state: ['withdrawn', 'draft', 'lost'], kind: 'course', words: 2027, mode: 'online' })).toEqual(
    {
      words: '2027',
      kind: ['course'],
      state: ['draft', 'withdrawn'],
    },
  );
  expect(readOwnSearch({ state: [] }).state).toBeUndefined();
});
