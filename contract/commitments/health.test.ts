import { expect, test } from 'vitest';
import { healthOf, type AgreementFigure } from './health.ts';

const figure = (commitmentId: string, changes: Partial<AgreementFigure> = {}): AgreementFigure => ({
  commitmentId,
  period: 1,
  measure: 'places_filled',
  promised: 100,
  delivered: 60,
  base: 0,
  tolerance: 0,
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  ...changes,
});

test('an agreement is as healthy as its weakest promise, and names it', () => {
  const figures = [
    figure('a'),
    figure('b', { delivered: 10 }),
    figure('c', { delivered: 30 }),
    figure('d', { delivered: 100 }),
  ];
  const health = healthOf(figures, '2026-07-01');
  expect(health.word).toBe('at_risk');
  expect(health.weakest).toEqual({ commitmentId: 'b', period: 1 });
  expect(health.counts).toEqual({ kept: 1, on_track: 1, at_risk: 2, missed: 0, not_yet_due: 0 });
});

test('an agreement turns on the day on which time alone changes a word', () => {
  const figures = [figure('a')];
  const { word, changesOn } = healthOf(figures, '2026-07-01');
  expect([word, changesOn]).toEqual(['on_track', '2026-09-13']);
  expect(healthOf(figures, '2026-09-12').word).toBe('on_track');
  expect(healthOf(figures, '2026-09-13').word).toBe('at_risk');
  expect(healthOf(figures, '2027-01-01').word).toBe('missed');
});

test('a missed year weighs for a year, then the current one speaks alone', () => {
  const figures = [
    figure('a'),
    figure('a', { period: 2, startsOn: '2027-01-01', endsOn: '2028-12-31', delivered: 100 }),
  ];
  expect(healthOf(figures, '2027-12-31')).toMatchObject({ word: 'missed', changesOn: '2028-01-01' });
  expect(healthOf(figures, '2028-01-01').word).toBe('kept');
});

test('without promises nothing is due', () => {
  expect(healthOf([], '2026-07-01')).toMatchObject({ word: 'not_yet_due', weakest: null, changesOn: null });
});
