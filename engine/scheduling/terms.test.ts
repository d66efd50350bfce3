import { expect, test } from 'vitest';
import type { OpeningHours } from './opening.ts';
import { judge, type Terms } from './terms.ts';

const terms: Terms = { gridMinutes: 15, shortestMinutes: 30, longestMinutes: 120, noticeMinutes: 60, horizonDays: 30 };
const always: OpeningHours = { audience: 'network', weekly: [], exceptions: [] };
const now = Date.parse('2026-10-13T09:00Z');

function faults(starts: string, ends: string, hours = always) {
  const asked = { starts, ends, startsAt: Date.parse(`${starts}Z`), endsAt: Date.parse(`${ends}Z`) };
  return judge(terms, hours, asked, now).faults.map((fault) => fault.is);
}

test('what keeps every rule has no fault', () => {
  expect(faults('2026-10-13T10:00', '2026-10-13T12:00')).toEqual([]);
  expect(faults('2026-11-12T09:00', '2026-11-12T09:30')).toEqual([]);
});

test('nothing of no or negative length, and no other sentence beside it', () => {
  expect(faults('2026-10-13T10:00', '2026-10-13T10:00')).toEqual(['reversed']);
  expect(faults('2026-10-13T10:00', '2026-10-13T09:00')).toEqual(['reversed']);
});

test('the past, the notice and the horizon to the minute', () => {
  expect(faults('2026-10-13T08:45', '2026-10-13T09:30')).toEqual(['past']);
  expect(faults('2026-10-13T09:45', '2026-10-13T10:30')).toEqual(['too_soon']);
  expect(faults('2026-11-12T09:15', '2026-11-12T10:00')).toEqual(['too_far']);
});

test('length and grid', () => {
  expect(faults('2026-10-13T10:00', '2026-10-13T10:15')).toEqual(['too_short']);
  expect(faults('2026-10-13T10:00', '2026-10-13T12:15')).toEqual(['too_long']);
  expect(faults('2026-10-13T10:05', '2026-10-13T11:00')).toEqual(['off_grid']);
});

test('closed hours are told beside everything else', () => {
  const closed = { ...always, exceptions: [{ onDate: '2026-10-13', opensMinute: null, closesMinute: null }] };
  expect(faults('2026-10-13T10:05', '2026-10-13T10:10', closed)).toEqual(['too_short', 'off_grid', 'closed']);
});
