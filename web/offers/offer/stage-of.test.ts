import { expect, test } from 'vitest';
import { stageOf } from './stage-of.ts';

const now = new Date('2026-10-13T09:00:00Z');
const offer = { state: 'published', startsOn: '2027-02-01', endsOn: '2027-06-18' } as const;

test('a draft is still an offer, whatever its dates', () => {
  expect(stageOf({ ...offer, state: 'draft', startsOn: '2026-01-01' }, 'open', now)).toBe(0);
});

test('applications come until the window closes, then places are given', () => {
  expect(stageOf(offer, 'opens', now)).toBe(1);
  expect(stageOf(offer, 'closes', now)).toBe(1);
  expect(stageOf(offer, 'closed', now)).toBe(2);
});

test('participation begins on the first day and outcomes after the last', () => {
  expect(stageOf(offer, 'closed', new Date('2027-02-01T00:00:00Z'))).toBe(3);
  expect(stageOf(offer, 'closed', new Date('2027-06-18T12:00:00Z'))).toBe(3);
  expect(stageOf(offer, 'closed', new Date('2027-06-19T00:00:00Z'))).toBe(4);
});
