import { expect, test } from 'vitest';
import { standingOf } from './standing.ts';
import { zoneWords } from './zone.ts';

const year = { promisedMinutes: 80 * 60, startsOn: '2026-01-01', endsOn: '2026-12-31' };
const middle = new Date('2026-07-02T12:00:00Z');

test('the pace is the part of the year that has passed', () => {
  expect(standingOf({ ...year, usedMinutes: 44 * 60 }, middle)).toEqual({
    used: 44,
    promised: 80,
    pace: 40,
    difference: 4,
    tone: 'good',
  });
  expect(standingOf({ ...year, usedMinutes: 58 * 60 }, middle)).toMatchObject({ difference: 18, tone: 'wait' });
  expect(standingOf({ ...year, usedMinutes: 9 * 60 }, middle)).toMatchObject({ difference: 31, tone: 'idle' });
});

test('before its first day nothing is expected, after its last all', () => {
  expect(standingOf({ ...year, usedMinutes: 0 }, new Date('2025-06-01'))).toMatchObject({ pace: 0, tone: 'good' });
  expect(standingOf({ ...year, usedMinutes: 0 }, new Date('2028-06-01'))).toMatchObject({ pace: 80 });
});

test('a place’s clocks are compared with the reader’s at that time of the year', () => {
  const winter = new Date('2026-12-01T12:00:00Z');
  expect(zoneWords('Asia/Shanghai', 'Europe/Amsterdam', winter)).toEqual({
    city: 'Shanghai',
    difference: '+7 h',
    isSame: false,
  });
  expect(zoneWords('Asia/Shanghai', 'Europe/Amsterdam', middle)).toMatchObject({ difference: '+6 h' });
  expect(zoneWords('America/St_Johns', 'UTC', winter)).toMatchObject({ city: 'St Johns', difference: '−3.5 h' });
  expect(zoneWords('Europe/Berlin', 'Europe/Amsterdam', winter)).toMatchObject({ isSame: true });
});
