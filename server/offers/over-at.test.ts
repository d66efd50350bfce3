import { expect, test } from 'vitest';
import type { CheckedOffer } from './check-offer.ts';
import { overAt } from './over-at.ts';

const checked = (timeZone: string, ...ends: string[]): CheckedOffer => ({
  details: { kind: 'course' },
  eligibility: [],
  timeZone,
  sessions: ends.map((ends_at) => ({
    id: 'session',
    wanted_id: null,
    starts_at: '2026-01-01T00:00:00Z',
    ends_at,
    time_zone: timeZone,
    place: null,
    note: null,
  })),
});

test('without a last day or sessions it is never over', () => {
  expect(overAt({}, checked('UTC'))).toBeNull();
  expect(overAt({ endsOn: null }, checked('UTC'))).toBeNull();
});

test('the last day counts to its midnight at the place', () => {
  expect(overAt({ endsOn: '2026-12-18' }, checked('UTC'))?.toISOString()).toBe('2026-12-19T00:00:00.000Z');
  expect(overAt({ endsOn: '2026-12-18' }, checked('Asia/Shanghai'))?.toISOString()).toBe('2026-12-18T16:00:00.000Z');
  expect(overAt({ endsOn: '2026-10-24' }, checked('Europe/Paris'))?.toISOString()).toBe('2026-10-24T22:00:00.000Z');
});

test('where the clocks jump over midnight, the day ends with the jump', () => {
  expect(overAt({ endsOn: '2026-09-05' }, checked('America/Santiago'))?.toISOString()).toBe('2026-09-06T04:00:00.000Z');
});

test('the later of last day and last session counts, in whatever order the sessions come', () => {
  const sessions = ['2026-11-03T10:00:00.000Z', '2026-12-20T10:00:00.000Z', '2026-11-10T10:00:00.000Z'];
  expect(overAt({ endsOn: '2026-12-18' }, checked('UTC', ...sessions))?.toISOString()).toBe(sessions[1]);
  expect(overAt({ endsOn: '2026-12-24' }, checked('UTC', ...sessions))?.toISOString()).toBe('2026-12-25T00:00:00.000Z');
});
