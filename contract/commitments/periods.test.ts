import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, dayText } from './days.ts';
import { periodsOf } from './periods.ts';

test('a year counts from the first day, whatever day that is', () => {
  expect(periodsOf('2026-09-01', '2028-12-31', 'year')).toEqual([
    { number: 1, startsOn: '2026-09-01', endsOn: '2027-08-31' },
    { number: 2, startsOn: '2027-09-01', endsOn: '2028-08-31' },
    { number: 3, startsOn: '2028-09-01', endsOn: '2028-12-31' },
  ]);
  expect(periodsOf('2026-08-31', '2027-08-30', 'term')).toEqual([
    { number: 1, startsOn: '2026-08-31', endsOn: '2027-02-27' },
    { number: 2, startsOn: '2027-02-28', endsOn: '2027-08-30' },
  ]);
  expect(periodsOf('2026-09-01', '2028-12-31', 'once')).toHaveLength(1);
  expect(periodsOf('2026-09-02', '2026-09-01', 'once')).toEqual([]);
});

test('periods cover every day of the promise once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 18_000, max: 25_000 }),
      fc.integer({ min: 0, max: 4_000 }),
      fc.constantFrom('once' as const, 'term' as const, 'year' as const),
      (first, days, every) => {
        const [startsOn, endsOn] = [dayText(first), dayText(first + days)];
        const periods = periodsOf(startsOn, endsOn, every);
        expect(periods[0]?.startsOn).toBe(startsOn);
        expect(periods.at(-1)?.endsOn).toBe(endsOn);
        for (const [index, period] of periods.slice(1).entries())
          expect(dayNumber(period.startsOn)).toBe(dayNumber(periods[index]?.endsOn ?? '') + 1);
      },
    ),
  );
});
