import type { Need } from '@collegium/contract/today';
import { expect, test } from 'vitest';
import { groupByUrgency } from './group-by-urgency.ts';

const need = (dueAt: string | null, kind: Need['kind'] = 'log_hours'): Need => ({
  kind,
  title: {},
  concerns: null,
  shortMark: 'A',
  dueAt,
  count: 1,
  path: '/',
});

test('what is past is overdue, what is due by tonight is for today, and what has no date is for later', () => {
  const now = new Date(2026, 9, 13, 9);
  const overdue = need(new Date(2026, 9, 1).toISOString());
  const tonight = need(new Date(2026, 9, 13, 23, 59).toISOString());
  const tomorrow = need(new Date(2026, 9, 14).toISOString());
  const nextMonth = need(new Date(2026, 10, 14).toISOString());
  const undated = need(null);
  expect(groupByUrgency([overdue, tonight, tomorrow, nextMonth, undated], now)).toEqual({
    overdue: [overdue],
    today: [tonight],
    week: [tomorrow],
    later: [nextMonth, undated],
  });
});

test('a limit that is a day and no hour holds until the day is over', () => {
  const noon = new Date(2026, 9, 13, 12);
  const thisMorning = new Date(2026, 9, 13, 2).toISOString();
  expect(groupByUrgency([need(thisMorning, 'approve_plan')], noon).today).toHaveLength(1);
  expect(groupByUrgency([need(thisMorning, 'rank_wishes')], noon).overdue).toHaveLength(1);
});
