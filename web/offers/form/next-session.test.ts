import { expect, test } from 'vitest';
import { nextSession } from './next-session.ts';

test('the first session is proposed on the first day, when that is known', () => {
  expect(nextSession([], { timeZone: 'UTC', startsOn: '2027-02-08' })).toMatchObject({
    startsLocal: '2027-02-08T10:00',
    endsLocal: '2027-02-08T12:00',
  });
  expect(nextSession([], { timeZone: 'UTC', startsOn: '' }).startsLocal).toBe('');
});

test('the next is a week later by the clock, also across the end of summer time, and a session of its own', () => {
  const last = {
    id: '1',
    startsLocal: '2026-10-20T10:00',
    endsLocal: '2026-10-20T11:30',
    timeZone: 'Europe/Paris',
    place: 'Room 4',
    note: '',
  };
  expect(nextSession([last], { timeZone: 'UTC', startsOn: '' })).toEqual({
    startsLocal: '2026-10-27T10:00',
    endsLocal: '2026-10-27T11:30',
    timeZone: 'Europe/Paris',
    place: 'Room 4',
    note: '',
  });
});
