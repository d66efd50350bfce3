import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningOf, splitByPeriod } from './quota-periods.ts';
import { addMinutes, minutesBetween } from './wall-clock.ts';

test('weeks begin on Monday, also over a year boundary', () => {
  expect(beginningOf('week', '2027-01-01')).toBe('2026-12-28');
  expect(beginningOf('week', '2026-12-28')).toBe('2026-12-28');
  expect(beginningOf('month', '2028-02-29')).toBe('2028-02-01');
});

test('a night over the turn of the year counts in both years', () => {
  expect(splitByPeriod('year', '2026-12-31T22:00', '2027-01-01T01:30')).toEqual([
    { startsOn: '2026-01-01', minutes: 120 },
    { startsOn: '2027-01-01', minutes: 90 },
  ]);
});

test('no minute is lost or counted twice', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('day', 'week', 'month', 'year'),
      fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 100_000 }),
      (period, date, minutes) => {
        const from = date.toISOString().slice(0, 16);
        const until = addMinutes(from, minutes);
        const parts = splitByPeriod(period, from, until);
        expect(parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(minutesBetween(from, until));
        expect(new Set(parts.map(({ startsOn }) => startsOn)).size).toBe(parts.length);
      },
    ),
  );
});
