import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAvailability, writeAvailability } from './availability.ts';

const place = { uid: 'a@example.org', timeZone: 'Europe/Berlin', stamp: new Date('2026-10-13T09:00:00Z') };

test('hours are written with the zone of the place, and are read again as they were', () => {
  const hours = [
    { weekday: 1, opensMinute: 480, closesMinute: 720 },
    { weekday: 7, opensMinute: 0, closesMinute: 1_440 },
  ];
  const text = writeAvailability({ hours, exceptions: [] }, place);
  expect(text).toContain('DTSTART;TZID=Europe/Berlin:20240101T080000');
  expect(text).toContain('BUSYTYPE:BUSY-UNAVAILABLE');
  expect(readAvailability(text)).toEqual({ hours, exceptions: [] });
});

test('days that differ are left out of the weekly hours, and are read again as they were', () => {
  const hours = [
    { weekday: 4, opensMinute: 480, closesMinute: 720 },
    { weekday: 4, opensMinute: 780, closesMinute: 1_080 },
  ];
  const exceptions = [
    { onDate: '2026-12-19', opensMinute: 600, closesMinute: 1_440 },
    { onDate: '2026-12-24', opensMinute: null, closesMinute: null },
    { onDate: '2026-12-31', opensMinute: 480, closesMinute: 600 },
  ];
  const text = writeAvailability({ hours, exceptions }, place);
  expect(text).toContain('EXDATE;TZID=Europe/Berlin:20261224T130000');
  expect(text).toContain('DTSTART;TZID=Europe/Berlin:20261219T100000');
  expect(readAvailability(text)).toEqual({ hours, exceptions });
});

test('of a day that leaves out some of its hours the others stay', () => {
  const hours = [
    { weekday: 4, opensMinute: 480, closesMinute: 720 },
    { weekday: 4, opensMinute: 780, closesMinute: 1_080 },
  ];
  const text = writeAvailability(
    { hours, exceptions: [{ onDate: '2026-12-24', opensMinute: null, closesMinute: null }] },
    place,
  );
  const afternoon = text.replace('EXDATE;TZID=Europe/Berlin:20261224T130000\r\n', '');
  expect(readAvailability(afternoon)?.exceptions).toEqual([
    { onDate: '2026-12-24', opensMinute: 780, closesMinute: 1_080 },
  ]);
});

const order = (one: { weekday: number; opensMinute: number }) => one.weekday * 1_440 + one.opensMinute;

test('any hours survive', () => {
  const span = fc
    .record({
      weekday: fc.integer({ min: 1, max: 7 }),
      from: fc.integer({ min: 0, max: 1_438 }),
      length: fc.nat(1_439),
    })
    .map(({ weekday, from, length }) => ({
      weekday,
      opensMinute: from,
      closesMinute: Math.min(from + 1 + length, 1_440),
    }));
  fc.assert(
    fc.property(fc.uniqueArray(span, { minLength: 1, maxLength: 10, selector: order }), (hours) => {
      const sorted = hours.toSorted((a, b) => order(a) - order(b));
      expect(readAvailability(writeAvailability({ hours, exceptions: [] }, place))?.hours).toEqual(sorted);
    }),
  );
});

test('hours of somebody else’s program are read: several days in one rule, and an end instead of a length', () => {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VAVAILABILITY',
    'UID:x',
    'DTSTAMP:20261001T000000Z',
    'BEGIN:AVAILABLE',
    'UID:y',
    'DTSTART;TZID=America/Montreal:20111002T090000',
    'DTEND;TZID=America/Montreal:20111002T170000',
    'RRULE:FREQ=WEEKLY;BYDAY=MO,TU',
    'END:AVAILABLE',
    'BEGIN:AVAILABLE',
    'UID:z',
    'DTSTART;TZID=America/Montreal:20111008T100000',
    'DURATION:PT2H',
    'RRULE:FREQ=WEEKLY',
    'END:AVAILABLE',
    'END:VAVAILABILITY',
    'END:VCALENDAR',
  ];
  expect(readAvailability(lines.join('\r\n'))?.hours).toEqual([
    { weekday: 1, opensMinute: 540, closesMinute: 1_020 },
    { weekday: 2, opensMinute: 540, closesMinute: 1_020 },
    { weekday: 6, opensMinute: 600, closesMinute: 720 },
  ]);
});

test.each(['', 'hello', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR'])('“%s” has no hours', (text) => {
  expect(readAvailability(text)).toBeUndefined();
});
