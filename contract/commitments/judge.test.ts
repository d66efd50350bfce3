import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, dayText } from './days.ts';
import { commitmentWords, judge, nextChange, type FigureFacts } from './judge.ts';
import { measures } from './measures.ts';

const year: FigureFacts = {
  measure: 'places_filled',
  promised: 120,
  delivered: 0,
  base: 0,
  tolerance: 0,
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
};
const wordOn = (today: string, changes: Partial<FigureFacts>) => judge({ ...year, ...changes }, today).word;

test('a count is on track near an even pace, at risk behind it, kept when reached and missed when the time is over', () => {
  expect(wordOn('2025-12-31', {})).toBe('not_yet_due');
  expect(wordOn('2026-01-20', {})).toBe('on_track');
  expect(wordOn('2026-07-01', { delivered: 49 })).toBe('on_track');
  expect(wordOn('2026-07-01', { delivered: 47 })).toBe('at_risk');
  expect(wordOn('2026-12-31', { delivered: 119 })).toBe('on_track');
  expect(wordOn('2027-01-01', { delivered: 119 })).toBe('missed');
  expect(wordOn('2026-03-01', { delivered: 120 })).toBe('kept');
  expect(wordOn('2027-01-01', { delivered: 120 })).toBe('kept');
});

test('one thing promised by the end is not called late before the end', () => {
  expect(wordOn('2026-12-30', { measure: 'reports_delivered', promised: 1 })).toBe('on_track');
  expect(wordOn('2027-01-01', { measure: 'reports_delivered', promised: 1 })).toBe('missed');
});

test('a forecast carries the pace so far to the end of the period', () => {
  expect(judge({ ...year, delivered: 30 }, '2026-07-02').forecast).toBeCloseTo(59.8, 1);
  expect(judge({ ...year, delivered: 30 }, '2026-01-10').forecast).toBeNull();
  expect(judge({ ...year, delivered: 30 }, '2026-07-02').behind).toBeCloseTo(30.2, 1);
});

test('a share is judged by what was counted, and kept only when the time is over', () => {
  const answers = { measure: 'answers_within_days', promised: 90 } as const;
  expect(wordOn('2026-05-01', { ...answers })).toBe('not_yet_due');
  expect(wordOn('2026-05-01', { ...answers, delivered: 9, base: 10 })).toBe('on_track');
  expect(wordOn('2026-05-01', { ...answers, delivered: 8, base: 10 })).toBe('at_risk');
  expect(wordOn('2027-05-01', { ...answers, delivered: 9, base: 10 })).toBe('kept');
  expect(wordOn('2027-05-01', { ...answers, delivered: 8, base: 10 })).toBe('missed');
  expect(wordOn('2027-05-01', { ...answers })).toBe('kept');
});

test('an exchange balance fits while it is within its tolerance, on both sides', () => {
  const balance = { measure: 'exchange_balance', promised: 0, tolerance: 2 } as const;
  for (const delivered of [-2, 0, 2]) expect(wordOn('2026-05-01', { ...balance, delivered })).toBe('on_track');
  for (const delivered of [-3, 3]) {
    expect(wordOn('2026-05-01', { ...balance, delivered })).toBe('at_risk');
    expect(wordOn('2027-01-01', { ...balance, delivered })).toBe('missed');
  }
});

const figures = fc.record({
  measure: fc.constantFrom(...measures),
  promised: fc.integer({ min: 1, max: 5_000 }),
  delivered: fc.integer({ min: 0, max: 6_000 }),
  base: fc.integer({ min: 0, max: 6_000 }),
  tolerance: fc.integer({ min: 0, max: 10 }),
  startsOn: fc.integer({ min: 20_000, max: 21_000 }).map(dayText),
  length: fc.integer({ min: 0, max: 1_500 }),
});
const figure = figures.map(({ length, ...facts }) => ({
  ...facts,
  endsOn: dayText(dayNumber(facts.startsOn) + length),
}));
const day = fc.integer({ min: 19_900, max: 22_700 }).map(dayText);
const order = ['not_yet_due', 'on_track', 'at_risk', 'missed'];

test('time alone never makes a promise look better, unless a share or balance that fits comes to its end', () => {
  fc.assert(
    fc.property(figure, day, day, (facts, one, other) => {
      const [earlier, later] = [one, other].toSorted() as [string, string];
      const [before, after] = [judge(facts, earlier).word, judge(facts, later).word];
      if (before === 'kept') expect(after).toBe('kept');
      else if (after !== 'kept') expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
    }),
  );
});

test('delivering more never makes a count look worse', () => {
  const better = [...order.toReversed(), 'kept'];
  fc.assert(
    fc.property(figure, day, fc.integer({ min: 0, max: 500 }), (facts, today, more) => {
      fc.pre(facts.measure !== 'exchange_balance' && facts.measure !== 'answers_within_days');
      const before = judge(facts, today).word;
      const after = judge({ ...facts, delivered: facts.delivered + more }, today).word;
      if (before !== 'not_yet_due') expect(better.indexOf(after)).toBeGreaterThanOrEqual(better.indexOf(before));
    }),
  );
});

test('the next change is the first day on which the word differs', () => {
  fc.assert(
    fc.property(figure, day, (facts, today) => {
      const { word } = judge(facts, today);
      expect(commitmentWords).toContain(word);
      const change = nextChange(facts, today);
      if (change === null) {
        for (const later of [1, 100, 3_000]) expect(judge(facts, dayText(dayNumber(today) + later)).word).toBe(word);
        return;
      }
      expect(change > today).toBe(true);
      expect(judge(facts, change).word).not.toBe(word);
      expect(judge(facts, dayText(dayNumber(change) - 1)).word).toBe(word);
    }),
  );
});
