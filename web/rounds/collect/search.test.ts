import { expect, test } from 'vitest';
import { readCollectSearch } from './search.ts';

test('an address keeps words and organisations that can be, and drops everything else', () => {
  const id = '01234567-89ab-4def-8123-456789abcdef';
  expect(readCollectSearch({ words: ' ', organisationId: [id, 'x', 3], show: 'outside' })).toEqual({
    words: undefined,
    organisationId: [id],
    show: 'outside',
  });
  expect(readCollectSearch({ words: 'port', organisationId: 'x', show: 'all' })).toEqual({
    words: 'port',
    organisationId: undefined,
    show: undefined,
  });
});
