import { expect, test } from 'vitest';
import { openMinutes, openTo, type OpeningHours } from './opening.ts';

/** Tuesdays eight to noon for everybody, to 18:00 for partners, all day for the own people. */
const hours: OpeningHours = {
  audience: 'network',
  weekly: [
    { weekday: 2, opensMinute: 480, closesMinute: 720, audience: 'network' },
    { weekday: 2, opensMinute: 720, closesMinute: 1_080, audience: 'partners' },
    { weekday: 2, opensMinute: 0, closesMinute: 1_440, audience: 'own' },
    { weekday: 3, opensMinute: 0, closesMinute: 480, audience: 'own' },
  ],
  exceptions: [
    { onDate: '2026-10-27', opensMinute: null, closesMinute: null },
    { onDate: '2026-10-25', opensMinute: 600, closesMinute: 720 },
  ],
};

test('the widest circle that has all the time may book', () => {
  expect(openTo(hours, '2026-10-20T08:00', '2026-10-20T12:00')).toBe('network');
  expect(openTo(hours, '2026-10-20T11:00', '2026-10-20T13:00')).toBe('partners');
  expect(openTo(hours, '2026-10-20T17:00', '2026-10-20T18:15')).toBe('own');
});

test('open to the minute, over midnight, and closed where there are no hours', () => {
  expect(openTo(hours, '2026-10-20T22:00', '2026-10-21T08:00')).toBe('own');
  expect(openTo(hours, '2026-10-20T22:00', '2026-10-21T08:01')).toBeUndefined();
  expect(openTo(hours, '2026-10-22T10:00', '2026-10-22T11:00')).toBeUndefined();
  expect(openTo(hours, '2026-10-20T23:00', '2026-10-21T00:00')).toBe('own');
});

test('holidays close, special days open', () => {
  expect(openTo(hours, '2026-10-27T09:00', '2026-10-27T10:00')).toBeUndefined();
  expect(openTo(hours, '2026-10-25T10:00', '2026-10-25T12:00')).toBe('network');
});

test('hours never admit more than the resource’s audience', () => {
  expect(openTo({ ...hours, audience: 'own' }, '2026-10-20T09:00', '2026-10-20T10:00')).toBe('own');
});

test('without weekly hours it is always open', () => {
  const always: OpeningHours = { audience: 'partners', weekly: [], exceptions: [] };
  expect(openTo(always, '2026-12-31T23:00', '2027-01-01T01:00')).toBe('partners');
});

test('hours that touch or overlap are one', () => {
  expect(openMinutes(hours, 'partners', '2026-10-20')).toEqual([[480, 1_080]]);
});
