import { expect, test } from 'vitest';
import { deadlineOf } from './deadline.ts';

const now = new Date('2026-10-13T09:00:00Z');
const firstCome = {
  allocatedBy: 'first_come',
  applicationsOpenAt: null,
  applicationsCloseAt: null,
  round: null,
} as const;
const round = {
  id: 'r',
  name: { en: 'Round' },
  state: 'open',
  opensAt: '2026-10-01T00:00:00Z',
  closesAt: '2026-11-01T00:00:00Z',
} as const;

const closing = (at: string) => deadlineOf({ ...firstCome, applicationsCloseAt: at }, now);

test('without a window a first-come offer is open', () => {
  expect(deadlineOf(firstCome, now)).toEqual({ state: 'open' });
});

test('an offer closes at its second, and is soon within a week', () => {
  expect(closing('2026-10-13T09:00:00Z')).toEqual({ state: 'closed' });
  expect(closing('2026-10-13T09:00:01Z')).toMatchObject({ state: 'closes', isSoon: true });
  expect(closing('2026-10-20T09:00:00Z')).toMatchObject({ state: 'closes', isSoon: false });
});

test('an offer that opens later says when', () => {
  const later = {
    ...firstCome,
    applicationsOpenAt: '2026-10-14T00:00:00Z',
    applicationsCloseAt: '2026-10-15T00:00:00Z',
  };
  expect(deadlineOf(later, now)).toEqual({ state: 'opens', at: '2026-10-14T00:00:00Z' });
});

test('an offer of a round follows its round', () => {
  const ranked = { ...firstCome, allocatedBy: 'round' } as const;
  expect(deadlineOf(ranked, now)).toEqual({ state: 'no round' });
  expect(deadlineOf({ ...ranked, round }, now)).toEqual({ state: 'closes', at: round.closesAt, isSoon: false });
});
