import { expect, test } from 'vitest';
import { forget, rank, readRankingCsv, refuse, tie, untie, writeRankingCsv, type RankingDraft } from './draft.ts';

const start: RankingDraft = { groups: [['a'], ['b']], unacceptable: ['c'], unranked: ['d'] };

test('everybody stands in exactly one place, whatever is done', () => {
  expect(rank(start, 'd')).toEqual({ groups: [['a'], ['b'], ['d']], unacceptable: ['c'], unranked: [] });
  expect(refuse(start, 'a')).toEqual({ groups: [['b']], unacceptable: ['c', 'a'], unranked: ['d'] });
  expect(forget(start, 'c')).toEqual({ groups: [['a'], ['b']], unacceptable: [], unranked: ['d', 'c'] });
});

test('a tie joins a group with the one above it, and is taken apart again in its order', () => {
  const tied = tie(start, 1);
  expect(tied.groups).toEqual([['a', 'b']]);
  expect(untie(tied, 0).groups).toEqual([['a'], ['b']]);
  expect(tie(start, 0)).toEqual(start);
});

test('a ranking that was written as CSV reads back as the same ranking', () => {
  const draft: RankingDraft = { groups: [['a', 'b'], ['d']], unacceptable: ['c'], unranked: [] };
  const csv = writeRankingCsv(draft, (id) => `Name "of" ${id}`);
  expect(readRankingCsv(csv, new Set(['a', 'b', 'c', 'd']))).toEqual(draft);
});

test('a CSV of other columns, or one that names somebody twice, is no ranking; strangers in it are left out', () => {
  const known = new Set(['a', 'b']);
  expect(readRankingCsv('name;rank\nx;1', known)).toBeUndefined();
  expect(readRankingCsv('person,position\na,1\na,2', known)).toBeUndefined();
  expect(readRankingCsv('person;position\r\nb;2\r\nz;1\r\n', known)).toEqual({
    groups: [['b']],
    unacceptable: [],
    unranked: ['a'],
  });
});

test('a name that begins like a formula stays text in the file', () => {
  expect(writeRankingCsv({ groups: [['a']], unacceptable: [], unranked: [] }, () => '=1+1')).toContain(`"'=1+1"`);
});
