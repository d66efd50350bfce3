import { expect, test } from 'vitest';
import { emptyRound, inputOf } from './values.ts';

test('a new round has a window and a date for answers after it, to the full hour', () => {
  const { opensAt, closesAt, respondBy } = emptyRound(new Date('2026-10-13T09:20:00Z'));
  expect(opensAt).toBe('2026-10-13T10:00:00.000Z');
  expect(opensAt < closesAt && closesAt < respondBy).toBe(true);
});

test('what was left empty is sent as nothing, not as empty words', () => {
  const input = inputOf({ ...emptyRound(new Date(0)), term: ' ', respondBy: '', scoreRule: '' });
  expect(input).toMatchObject({ term: null, respondBy: null, scoreRule: null });
});
