import { expect, test } from 'vitest';
import { nearestFree, mostAtOnce, type Span } from './free-time.ts';

const occupied = [
  { from: 90, until: 120 },
  { from: 130, until: 150 },
];
const isFree = (span: Span) => mostAtOnce(occupied, span) === 0;
const wish = { wanted: { from: 100, until: 110 }, withinMs: 100, stepMs: 10, atMost: 3, notBefore: 0 };

test('the nearest free times of the same length come first, later before earlier', () => {
  expect(nearestFree({ ...wish, isFree })).toEqual([
    { from: 120, until: 130 },
    { from: 80, until: 90 },
    { from: 70, until: 80 },
  ]);
});

test('nothing before the earliest moment, and nothing at all when nothing is free', () => {
  expect(nearestFree({ ...wish, notBefore: 95, isFree: () => true })[0]).toEqual({ from: 110, until: 120 });
  expect(nearestFree({ ...wish, notBefore: 100, isFree: () => true }).every(({ from }) => from >= 100)).toBe(true);
  expect(nearestFree({ ...wish, isFree: () => false })).toEqual([]);
});

test('what follows each other counts once, what overlaps at one moment together', () => {
  const spans = [
    { from: 0, until: 10 },
    { from: 10, until: 20 },
    { from: 5, until: 15 },
  ];
  expect(mostAtOnce(spans, { from: 0, until: 20 })).toBe(2);
  expect(mostAtOnce(spans, { from: 15, until: 40 })).toBe(1);
  expect(mostAtOnce(spans, { from: 20, until: 40 })).toBe(0);
});
