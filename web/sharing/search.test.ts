import { expect, test } from 'vitest';
import { readBookingSearch, readCalendarSearch, readResourceSearch } from './search.ts';

const id = '01a20339-c8c7-7223-ac9c-10357156df7e';

test('what an address of the catalogue may hold is read, one value or many', () => {
  expect(
    readResourceSearch({
      words: 'flume',
      kind: 'laboratory',
      organisationId: [id, 'x'],
      country: ['DE', 'de'],
      own: true,
    }),
  ).toEqual({
    words: 'flume',
    kind: ['laboratory'],
    organisationId: [id],
    country: ['DE'],
    freeFrom: undefined,
    freeUntil: undefined,
    own: true,
  });
});

test('free when I need it takes two instants in order, or nothing', () => {
  const span = { freeFrom: '2026-10-15T08:00:00+02:00', freeUntil: '2026-10-15T09:00:00Z' };
  expect(readResourceSearch(span)).toMatchObject({
    freeFrom: '2026-10-15T06:00:00.000Z',
    freeUntil: '2026-10-15T09:00:00.000Z',
  });
  for (const wrong of [{ ...span, freeUntil: undefined }, { ...span, freeUntil: span.freeFrom }, { freeFrom: 'x' }])
    expect(readResourceSearch(wrong)).toMatchObject({ freeFrom: undefined, freeUntil: undefined });
});

test('a day that does not exist, and a view that is none, are left out', () => {
  expect(readCalendarSearch({ view: 'week', day: '2026-10-12', resourceId: id })).toMatchObject({
    view: 'week',
    day: '2026-10-12',
    resourceId: [id],
  });
  expect(readCalendarSearch({ view: 'year', day: '2026-13-40' })).toMatchObject({ view: undefined, day: undefined });
});

test('a side of bookings is one of the known', () => {
  expect(readBookingSearch({ side: 'decide', past: true })).toEqual({ side: 'decide', past: true });
  expect(readBookingSearch({ side: 'other', past: 'yes' })).toEqual({ side: undefined, past: undefined });
});
