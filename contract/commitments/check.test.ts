import { expect, test } from 'vitest';
import { Value } from 'typebox/value';
import { Commitment } from '../commitments.ts';
import { commitmentFaults, grantFaults } from './check.ts';

const [a, b, stranger] = ['a', 'b', 'c'].map((letter) => `01a20000-0000-7000-8000-00000000000${letter}`) as [
  string,
  string,
  string,
];
const places: Commitment = {
  measure: 'places_offered',
  promiser: a,
  beneficiary: b,
  quantity: 20,
  unit: 'places',
  periodStart: '2026-09-01',
  periodEnd: '2027-08-31',
  every: 'year',
};
const codesOf = (changes: Partial<Commitment>) =>
  commitmentFaults({ ...places, ...changes }, [a, b]).map(({ code }) => code);

test('a promise that can be measured has no faults', () => {
  expect(codesOf({})).toEqual([]);
  expect(codesOf({ beneficiary: 'all' })).toEqual([]);
  expect(codesOf({ measure: 'money_contributed', unit: 'money', currency: 'EUR', quantity: 500_000 })).toEqual([]);
});

test('a promise without a measure, with a negative number or with two currencies does not fit the schema', () => {
  const { measure: _, ...without } = places;
  expect(Value.Check(Commitment, places)).toBe(true);
  expect(Value.Check(Commitment, without)).toBe(false);
  expect(Value.Check(Commitment, { ...places, quantity: -1 })).toBe(false);
  expect(Value.Check(Commitment, { ...places, currency: 'EUR,USD' })).toBe(false);
  expect(Value.Check(Commitment, { ...places, currency: 'EUR', secondCurrency: 'USD' })).toBe(false);
});

test('each nonsense has its own sentence', () => {
  expect(codesOf({ beneficiary: a })).toEqual(['commitment.promised_to_itself']);
  expect(codesOf({ promiser: stranger })).toEqual(['commitment.not_a_party']);
  expect(codesOf({ periodEnd: '2026-08-31' })).toEqual(['commitment.ends_before_it_begins']);
  expect(codesOf({ quantity: 0 })).toEqual(['commitment.quantity_missing']);
  expect(codesOf({ quantity: 1.5 })).toEqual(['commitment.quantity_unfitting']);
  expect(codesOf({ unit: 'hours' })).toEqual(['commitment.unit_differs']);
  expect(codesOf({ currency: 'EUR' })).toEqual(['commitment.currency_unfitting']);
  expect(codesOf({ measure: 'kind_contributed', unit: 'money' })).toEqual(['commitment.currency_unfitting']);
  expect(codesOf({ measure: 'answers_within_days', unit: 'percent' })).toEqual(['commitment.days_missing']);
  expect(codesOf({ tolerance: 2 })).toEqual(['commitment.weights_unfitting']);
  expect(codesOf({ filters: { days: 4 } })).toEqual(['commitment.filter_unfitting']);
});

test('a clause opens nothing to the party that holds the data, and nothing before it begins', () => {
  const grant = {
    purpose: 'Supervise placements',
    fields: ['name' as const],
    about: 'participants' as const,
    from: a,
    to: b,
    start: '2026-09-01',
    end: '2027-08-31',
  };
  expect(grantFaults(grant, [a, b])).toEqual([]);
  expect(grantFaults({ ...grant, to: a }, [a, b])).toEqual([{ code: 'commitment.opened_to_itself', field: 'to' }]);
  expect(grantFaults({ ...grant, end: '2026-08-31' }, [a, b])).toHaveLength(1);
  expect(grantFaults({ ...grant, to: stranger }, [a, b])).toHaveLength(1);
});
