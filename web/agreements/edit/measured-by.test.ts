import { expect, test } from 'vitest';
import { measuredBy } from './measured-by.ts';

test('another measure brings its unit and keeps only what it heeds', () => {
  const balance = {
    measure: 'exchange_balance',
    unit: 'learners',
    quantity: 0,
    tolerance: 2,
    weights: { master: 2 },
    filters: { level: 'master', underAgreement: true },
  } as const;
  expect(measuredBy(balance, 'places_filled')).toEqual({
    measure: 'places_filled',
    unit: 'places',
    quantity: 0,
    filters: { level: 'master', underAgreement: true },
  });
  expect(measuredBy(balance, 'money_contributed')).toEqual({
    measure: 'money_contributed',
    unit: 'money',
    quantity: 0,
    filters: { underAgreement: true },
  });
  expect(measuredBy({ unit: 'money', currency: 'EUR', filters: { days: 5 } }, 'attested')).toEqual({
    measure: 'attested',
    unit: 'times',
  });
});
