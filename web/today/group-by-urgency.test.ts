import type { Need } from '@collegium/contract/today';
import { expect, test } from 'vitest';
import { groupByUrgency } from './group-by-urgency.ts';

const need = (dueAt: string | null): Need => ({
  kind: 'log_hours',
  title: {},
  concerns: null,
  shortMark: 'A',
  dueAt,
  count: 1,
  path: '/',
});

test('what is overdue or due by tonight is for today; what has no date is for later', () => {
  const now = new Date(2026, 9, 13, 9);
  const overdue = need(new Date(2026, 9, 1).toISOString());
  const tonight = need(new Date(2026, 9, 13, 23, 59).toISOString());
  const tomorrow = need(new Date(2026, 9, 14).toISOString());
  const nextMonth = need(new Date(2026, 10, 14).toISOString());
  const undated = need(null);
  expect(groupByUrgency([overdue, tonight, tomorrow, nextMonth, undated], now)).toEqual({
    today: [overdue, tonight],
    week: [tomorrow],
    later: [nextMonth, undated],
  });
});
