import { expect, test } from 'vitest';
import { readBusyTimes } from './read-busy-times.ts';

const window = { from: new Date('2026-10-12T00:00:00Z'), to: new Date('2026-10-26T00:00:00Z'), timeZone: 'UTC' };
const calendar = (lines: string) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${lines}END:VCALENDAR\r\n`;
const event = (lines: string) => `BEGIN:VEVENT\r\nUID:a\r\n${lines}\r\nEND:VEVENT\r\n`;

test('busy times come back from the thread', async () => {
  const text = calendar(event('DTSTART:20261013T080000Z\r\nDURATION:PT1H'));
  expect(await readBusyTimes(text, window)).toEqual([
    { startsAt: new Date('2026-10-13T08:00:00Z'), endsAt: new Date('2026-10-13T09:00:00Z') },
  ]);
});

test('what is no calendar fails alone', async () => {
  await expect(readBusyTimes('hello', window)).rejects.toMatchObject({ failure: 'not_a_calendar' });
});

test('a calendar that takes too long is left', async () => {
  const rules = Array.from({ length: 200 }, () => event('DTSTART:19700101T000000Z\r\nRRULE:FREQ=SECONDLY')).join('');
  await expect(readBusyTimes(calendar(rules), window, 1)).rejects.toMatchObject({ failure: 'too_slow' });
});
