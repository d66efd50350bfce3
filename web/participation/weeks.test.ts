import { expect, test } from 'vitest';
import { mondayOf, weekNumber, weeksBetween } from './weeks.ts';

test('a week begins on Monday, also when a year ends in it', () => {
  expect(mondayOf('2026-10-11')).toBe('2026-10-05');
  expect(mondayOf('2026-10-05')).toBe('2026-10-05');
  expect(mondayOf('2027-01-01')).toBe('2026-12-28');
});

test('every week of a plan is there, with what was written in it', () => {
  const written = { startsOn: '2026-10-12', minutes: 90, confirmedMinutes: 30 };
  expect(weeksBetween('2026-10-07', '2026-10-19', [written])).toEqual([
    { startsOn: '2026-10-05', minutes: 0, confirmedMinutes: 0 },
    written,
    { startsOn: '2026-10-19', minutes: 0, confirmedMinutes: 0 },
  ]);
});

test.each([
  ['2026-09-01', 1],
  ['2026-10-13', 7],
  ['2027-03-01', 16],
  ['2026-01-01', 1],
])('%s is in week %i of 16', (today, week) => {
  expect(weekNumber('2026-09-01', '2026-12-18', today)).toEqual({ week, weeks: 16 });
});
