import { expect, test } from 'vitest';
import { compareGoals } from './compare-plans.ts';

const clean = { id: 'g1', text: 'Clean sensor data' };
const explain = { id: 'g2', text: 'Explain results' };

test('equal goals in another order are no change', () => {
  expect(compareGoals([clean, explain], [explain, clean])).toEqual([]);
});

test('a goal is new, dropped, or worded differently', () => {
  const after = [
    { ...explain, text: 'Explain results to people who do not code' },
    { id: 'g3', text: 'Work safely' },
  ];
  expect(compareGoals([clean, explain], after)).toEqual([
    { id: 'g1', before: 'Clean sensor data' },
    { id: 'g2', before: 'Explain results', after: 'Explain results to people who do not code' },
    { id: 'g3', after: 'Work safely' },
  ]);
});
