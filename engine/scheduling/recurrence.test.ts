import { expect, test } from 'vitest';
import { occurrencesOf, type Recurring } from './recurrence.ts';

const of = (rule: string, more: Partial<Recurring> = {}) =>
  occurrencesOf({ starts: '2026-10-20T09:00', rule, excludedOn: [], atMost: 366, ...more });

test('a weekly rule keeps its hour on the wall clock across a change of clocks', () => {
  expect(of('FREQ=WEEKLY;COUNT=3')).toEqual({
    readings: ['2026-10-20T09:00', '2026-10-27T09:00', '2026-11-03T09:00'],
  });
});

test('days are left out, and count all the same', () => {
  expect(of('FREQ=WEEKLY;COUNT=3;BYDAY=TU,TH', { excludedOn: ['2026-10-22'] })).toEqual({
    readings: ['2026-10-20T09:00', '2026-10-27T09:00'],
  });
});

test('UNTIL includes its day, with or without a time', () => {
  const three = ['2026-10-20T09:00', '2026-10-21T09:00', '2026-10-22T09:00'];
  for (const until of ['20261022', '20261022T090000', '20261022T090000Z'])
    expect(of(`RRULE:FREQ=DAILY;UNTIL=${until}`)).toEqual({ readings: three });
});

test('29 February comes every four years, the 31st in seven months of a year', () => {
  expect(of('FREQ=YEARLY;COUNT=3', { starts: '2028-02-29T12:00' })).toEqual({
    readings: ['2028-02-29T12:00', '2032-02-29T12:00', '2036-02-29T12:00'],
  });
  expect(of('FREQ=MONTHLY;COUNT=3;BYMONTHDAY=31', { starts: '2026-12-31T12:00' })).toEqual({
    readings: ['2026-12-31T12:00', '2027-01-31T12:00', '2027-03-31T12:00'],
  });
});

test('a rule that never ends, or not before the limit, is refused', () => {
  expect(of('FREQ=DAILY')).toEqual({ fault: 'endless' });
  expect(of('FREQ=DAILY;COUNT=367')).toEqual({ fault: 'endless' });
  expect(of('FREQ=DAILY;UNTIL=99991231')).toEqual({ fault: 'endless' });
  expect(of('FREQ=DAILY;COUNT=366')).toHaveProperty('readings.length', 366);
});

test('what cannot be read says why, and what gives nothing is empty', () => {
  for (const rule of [
    'hello',
    'FREQ=NEVER;COUNT=2',
    'FREQ=SECONDLY;COUNT=9',
    'FREQ=DAILY;COUNT=-1',
    'FREQ=DAILY;COUNT=0',
  ])
    expect(of(rule)).toMatchObject({ fault: 'unreadable' });
  expect(of('FREQ=DAILY;COUNT=2;INTERVAL=0')).toMatchObject({ fault: 'unreadable' });
  expect(of('FREQ=DAILY;COUNT=2\nDTSTART:20200101T000000Z')).toMatchObject({ fault: 'unreadable' });
  expect(of('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3')).toEqual({ fault: 'empty' });
  expect(of('FREQ=DAILY;COUNT=1', { excludedOn: ['2026-10-20'] })).toEqual({ fault: 'empty' });
});

test('no part of a rule is passed over: what is unknown, out of range or said twice is named', () => {
  for (const part of [
    'FOO=BAR',
    'BYMONTHDAY=99',
    'BYSECOND=1',
    'BYDAY=XX',
    'BYDAY=54MO',
    'WKST=MONDAY',
    'INTERVAL=9;INTERVAL=1',
  ])
    expect(of(`FREQ=DAILY;COUNT=3;${part}`)).toEqual({ fault: 'unreadable', reason: part.split(';').at(-1) });
  expect(of('FREQ=DAILY;COUNT=3;COUNT=300')).toMatchObject({ fault: 'unreadable' });
  expect(of('FREQ=YEARLY;COUNT=20', { starts: '9990-12-30T10:00' })).toMatchObject({ fault: 'unreadable' });
  expect(of('FREQ=MONTHLY;COUNT=2;BYDAY=-1FR;WKST=SU;BYSETPOS=1;BYHOUR=9;BYMINUTE=0;')).toHaveProperty(
    'readings.length',
    2,
  );
});
