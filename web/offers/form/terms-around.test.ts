import { expect, test } from 'vitest';
import { termsAround } from './terms-around.ts';

const now = new Date('2026-10-13T09:00:00Z');

test('terms of four years are offered, and the years themselves', () => {
  const terms = termsAround(now, null);
  expect(terms).toHaveLength(20);
  expect(terms.slice(0, 3)).toEqual(['2026', '2026-spring', '2026-summer']);
});

test('a term of long ago stays chosen', () => {
  expect(termsAround(now, '2021-autumn')[0]).toBe('2021-autumn');
  expect(termsAround(now, '2027-spring')).toHaveLength(20);
});
