import { expect, test } from 'vitest';
import { quarterBeside, quartersFrom } from './quarters.ts';

test('quarters follow each other over the end of a year, each to its last day', () => {
  expect(quartersFrom(undefined, '2027-11-30', 3)).toEqual([
    { key: '2027-Q4', firstDay: '2027-10-01', lastDay: '2027-12-31' },
    { key: '2028-Q1', firstDay: '2028-01-01', lastDay: '2028-03-31' },
    { key: '2028-Q2', firstDay: '2028-04-01', lastDay: '2028-06-30' },
  ]);
});

test('a quarter that is named is the first, and others lie beside it', () => {
  expect(quartersFrom('2026-Q2', '2027-11-30', 1).map(({ key }) => key)).toEqual(['2026-Q2']);
  expect([quarterBeside('2026-Q1', -1), quarterBeside('2026-Q1', 8)]).toEqual(['2025-Q4', '2028-Q1']);
});
