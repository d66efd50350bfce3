import type { CommitmentWord } from '@collegium/contract/commitments/judge';
import type { CommitmentView } from '@collegium/contract/commitments/views';
import { expect, test } from 'vitest';
import { healthByYear } from './health-by-year.ts';

/** A promise of which only the end of each period and how it stands matter here. */
const promise = (...periods: [endsOn: string, word: CommitmentWord][]) =>
  ({ figures: periods.map(([endsOn, word]) => ({ endsOn, word })) }) as unknown as CommitmentView;

test('a period counts for the year in which it ends, and the years stand in their order', () => {
  const years = healthByYear([
    promise(['2026-06-30', 'missed'], ['2027-06-30', 'kept']),
    promise(['2026-12-31', 'kept'], ['2027-12-31', 'at_risk']),
  ]);
  expect(years.map(({ year, total, counts }) => [year, total, counts.kept, counts.missed, counts.at_risk])).toEqual([
    ['2026', 2, 1, 1, 0],
    ['2027', 2, 1, 0, 1],
  ]);
});

test('what is not due yet counts for no year', () => {
  expect(healthByYear([])).toEqual([]);
  expect(healthByYear([promise(['2028-06-30', 'not_yet_due'])])).toEqual([]);
});
