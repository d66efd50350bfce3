import { expect, test } from 'vitest';
import { readApplicationsSearch } from './search.ts';

const nothing = {
  words: undefined,
  side: undefined,
  state: undefined,
  kind: undefined,
  offerId: undefined,
  roundId: undefined,
};

test('what is known is kept', () => {
  const id = '0197a1b2-0000-7000-8000-000000000001';
  const search = {
    words: 'Ana',
    side: 'home',
    state: ['waiting', 'accepted'],
    kind: ['course'],
    offerId: id,
    roundId: id,
  };
  expect(readApplicationsSearch(search)).toEqual(search);
});

test('what nobody could have chosen is left out', () => {
  expect(readApplicationsSearch({})).toEqual(nothing);
  expect(
    readApplicationsSearch({ words: '  ', side: 'theirs', state: ['lost'], kind: 'course', offerId: "'; drop" }),
  ).toEqual(nothing);
});

test('a search is cut to what the server takes', () => {
  expect(readApplicationsSearch({ words: 'x'.repeat(900) }).words).toHaveLength(200);
});
