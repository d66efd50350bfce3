import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from './duration.ts';

test.each([
  ['7:30', 450],
  ['7：30', 450],
  ['7h30', 450],
  ['7 h 30 min', 450],
  ['7.5', 450],
  ['7,5', 450],
  ['8', 480],
  ['8h', 480],
  ['90m', 90],
  ['0:45', 45],
])('“%s” is %i minutes', (text, minutes) => {
  expect(parseDuration(text)).toBe(minutes);
});

test.each(['', 'a day', '7:60', '-1', '7:3:0'])('“%s” is not understood', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test('what is written is read again', () => {
  for (const minutes of [1, 59, 60, 450, 1_440]) expect(parseDuration(formatDuration(minutes))).toBe(minutes);
});
