import { expect, test } from 'vitest';
import { busyTimes, type Window } from './busy-times.ts';

const window: Window = {
  from: new Date('2026-10-12T00:00:00Z'),
  to: new Date('2026-11-09T00:00:00Z'),
  timeZone: 'Europe/Amsterdam',
};

/** What is busy, as `from/to` in UTC. */
function busy(lines: string, within: Window = window): string[] {
  const text = `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n${lines}\nEND:VCALENDAR\n`.replaceAll('\n', '\r\n');
  return busyTimes(text, within).map(({ startsAt, endsAt }) => `${short(startsAt)}/${short(endsAt)}`);
}

const short = (instant: Date) => instant.toISOString().slice(0, 16);
const event = (lines: string, uid = 'a') => `BEGIN:VEVENT\nUID:${uid}\nDTSTAMP:20261001T000000Z\n${lines}\nEND:VEVENT`;

test('an event takes its time; overlapping and touching ones are put together', () => {
  expect(
    busy(
      [
        event('DTSTART:20261013T080000Z\nDTEND:20261013T100000Z'),
        event('DTSTART:20261013T093000Z\nDURATION:PT1H', 'b'),
        event('DTSTART:20261013T103000Z\nDTEND:20261013T110000Z', 'c'),
        event('DTSTART:20261014T080000Z\nDTEND:20261014T090000Z', 'd'),
      ].join('\n'),
    ),
  ).toEqual(['2026-10-13T08:00/2026-10-13T11:00', '2026-10-14T08:00/2026-10-14T09:00']);
});

test('what is cancelled, transparent, without length or outside the window takes none', () => {
  const times = 'DTSTART:20261013T080000Z\nDTEND:20261013T100000Z';
  expect(
    busy(
      [
        event(`${times}\nSTATUS:CANCELLED`),
        event(`${times}\nTRANSP:TRANSPARENT`, 'b'),
        event('DTSTART:20261013T080000Z', 'c'),
        event('DTSTART:20270113T080000Z\nDTEND:20270113T100000Z', 'd'),
      ].join('\n'),
    ),
  ).toEqual([]);
});

test('a whole day is the owner’s day', () => {
  expect(busy(event('DTSTART;VALUE=DATE:20261020\nDTEND;VALUE=DATE:20261022'))).toEqual([
    '2026-10-19T22:00/2026-10-21T22:00',
  ]);
  expect(busy(event('DTSTART;VALUE=DATE:20261020'))).toEqual(['2026-10-19T22:00/2026-10-20T22:00']);
});

test('a zone is known by its name, described in the file, or the owner’s', () => {
  expect(busy(event('DTSTART;TZID=Asia/Shanghai:20261013T090000\nDTEND;TZID=Asia/Shanghai:20261013T100000'))).toEqual([
    '2026-10-13T01:00/2026-10-13T02:00',
  ]);
  const described =
    'BEGIN:VTIMEZONE\nTZID:Office\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0500\nTZOFFSETTO:+0500\nEND:STANDARD\nEND:VTIMEZONE\n';
  expect(busy(described + event('DTSTART;TZID=Office:20261013T090000\nDTEND;TZID=Office:20261013T100000'))).toEqual([
    '2026-10-13T04:00/2026-10-13T05:00',
  ]);
  for (const start of [
    'DTSTART:20261013T090000\nDTEND:20261013T100000',
    'DTSTART;TZID=Mars/X:20261013T090000\nDURATION:PT1H',
  ])
    expect(busy(event(start))).toEqual(['2026-10-13T07:00/2026-10-13T08:00']);
});

test('a weekly event keeps its wall clock when the clocks go back, and leaves its exceptions out', () => {
  const weekly = event(
    'DTSTART;TZID=Europe/Amsterdam:20261012T100000\nDTEND;TZID=Europe/Amsterdam:20261012T110000\nRRULE:FREQ=WEEKLY\nEXDATE;TZID=Europe/Amsterdam:20261019T100000',
  );
  const moved = event(
    'RECURRENCE-ID;TZID=Europe/Amsterdam:20261026T100000\nDTSTART;TZID=Europe/Amsterdam:20261027T140000\nDTEND;TZID=Europe/Amsterdam:20261027T150000',
  );
  expect(busy(`${weekly}\n${moved}`)).toEqual([
    '2026-10-12T08:00/2026-10-12T09:00',
    '2026-10-27T13:00/2026-10-27T14:00',
    '2026-11-02T09:00/2026-11-02T10:00',
  ]);
});

test('a rule that never ends and repeats every second ends with the window’s work', () => {
  const found = busy(event('DTSTART:20000101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY'));
  expect(found.length).toBeLessThanOrEqual(1);
}, 20_000);

test('busy times that are published without events are read; free ones are not', () => {
  expect(
    busy(
      'BEGIN:VFREEBUSY\nUID:f\nDTSTAMP:20261001T000000Z\nFREEBUSY;FBTYPE=BUSY:20261013T080000Z/20261013T090000Z,20261013T120000Z/PT1H\nFREEBUSY;FBTYPE=FREE:20261014T080000Z/PT1H\nEND:VFREEBUSY',
    ),
  ).toEqual(['2026-10-13T08:00/2026-10-13T09:00', '2026-10-13T12:00/2026-10-13T13:00']);
});

test.each(['', 'hello', 'BEGIN:VCARD\r\nEND:VCARD', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR'])(
  '“%s” is not a calendar',
  (text) => {
    expect(() => busyTimes(text, window)).toThrow(SyntaxError);
  },
);

test('a time that cannot be read does not become one', () => {
  expect(() => busy(event('DTSTART:20261399T990000\nDTEND:tomorrow'))).toThrow(SyntaxError);
});
