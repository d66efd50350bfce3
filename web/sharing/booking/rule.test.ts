import { expect, test } from 'vitest';
import { once, ruleOf } from './rule.ts';

test('what the form asks for becomes an RFC 5545 rule', () => {
  expect(ruleOf(once)).toBeUndefined();
  expect(ruleOf({ ...once, every: 'day', count: 5 })).toBe('FREQ=DAILY;COUNT=5');
  expect(ruleOf({ ...once, every: 'week', weekdays: ['MO', 'TH'], count: 12 })).toBe(
    'FREQ=WEEKLY;COUNT=12;BYDAY=MO,TH',
  );
  expect(ruleOf({ ...once, every: 'two weeks' })).toBe('FREQ=WEEKLY;INTERVAL=2;COUNT=10');
  expect(ruleOf({ ...once, every: 'month', weekdays: ['MO'] })).toBe('FREQ=MONTHLY;COUNT=10');
});
