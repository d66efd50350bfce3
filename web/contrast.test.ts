import { expect, test } from 'vitest';
import { contrast, listTooFaint } from '../bin/lib/contrast.ts';
import { tokens } from './tokens.ts';

test.each(Object.entries(tokens))('every pair of the %s scheme reaches its limit', (_name, scheme) => {
  expect(listTooFaint(scheme)).toEqual([]);
});

test('contrast is the one of WCAG', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
  expect(contrast('#2745B5', '#2745B5')).toBe(1);
});

test('a pair that is too faint is named', () => {
  const faint = listTooFaint({ ...tokens.light, 'text-3': '#999999' } as unknown as typeof tokens.light);
  expect(faint.map(({ front, back }) => `${front} on ${back}`)).toContain('text-3 on surface');
});

test('both schemes define the same roles', () => {
  expect(Object.keys(tokens.dark)).toEqual(Object.keys(tokens.light));
});
