import { expect, test } from 'vitest';
import { clockOf, lengthOf, minuteOf } from './clock.ts';

test('minutes and clocks', () => {
  expect([clockOf(0), clockOf(510), clockOf(1_440)]).toEqual(['00:00', '08:30', '24:00']);
  expect([minuteOf('08:30'), minuteOf('24:00'), minuteOf('24:01'), minuteOf('8.30'), minuteOf('12:61')]).toEqual([
    510,
    1_440,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a length is told in its largest whole unit', () => {
  expect([lengthOf(2_880), lengthOf(120), lengthOf(90), lengthOf(0)]).toEqual([
    { value: 2, unit: 'day' },
    { value: 2, unit: 'hour' },
    { value: 90, unit: 'minute' },
    { value: 0, unit: 'minute' },
  ]);
});
