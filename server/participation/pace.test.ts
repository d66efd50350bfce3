import { expect, test } from 'vitest';
import { paceMinutes } from './pace.ts';

test.each([
  ['before the first day', '2026-08-31', 0],
  ['at the end of the first day', '2026-09-01', 60],
  ['half way', '2026-09-05', 300],
  ['on the last day', '2026-09-10', 600],
  ['long after', '2027-01-01', 600],
])('ten hours over ten days: %s', (_when, today, minutes) => {
  expect(paceMinutes('2026-09-01', '2026-09-10', 10, today)).toBe(minutes);
});

test('a change of the clocks inside the plan costs or gives no day', () => {
  expect(paceMinutes('2026-10-24', '2026-10-27', 4, '2026-10-25')).toBe(120);
});
