import { expect, test } from 'vitest';
import { flowsByPeriod } from './flows-by-period.ts';

const flow = (month: string, providerId: string, homeId: string, places: number) => ({
  month,
  providerId,
  homeId,
  places,
});
const flows = [flow('2025-02-01', 'a', 'b', 3), flow('2025-09-01', 'b', 'a', 1), flow('2026-07-01', 'a', 'b', 2)];

test('what is given by one is taken by the other, and a period without anything stands between', () => {
  expect(flowsByPeriod(flows, 'a', 'half')).toEqual([
    { key: '2025-01-01', firstDay: '2025-01-01', gave: 3, took: 0 },
    { key: '2025-07-01', firstDay: '2025-07-01', gave: 0, took: 1 },
    { key: '2026-01-01', firstDay: '2026-01-01', gave: 0, took: 0 },
    { key: '2026-07-01', firstDay: '2026-07-01', gave: 2, took: 0 },
  ]);
  expect(flowsByPeriod(flows, 'b', 'year').map(({ gave, took }) => [gave, took])).toEqual([
    [1, 3],
    [0, 2],
  ]);
});

test('without places there is nothing to draw, and a party that took no part has empty periods', () => {
  expect(flowsByPeriod([], 'a', 'year')).toEqual([]);
  expect(flowsByPeriod(flows, 'c', 'year').every(({ gave, took }) => gave === 0 && took === 0)).toBe(true);
});
