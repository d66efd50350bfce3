import { expect, test } from 'vitest';
import { emptyResource, inputOf } from './values.ts';

const values = { ...emptyResource('Europe/Berlin'), name: { en: 'Flume' } };

test('what is empty is sent as nothing, and a place is whole or none', () => {
  expect(inputOf({ ...values, city: ' Rostock ', latitude: 54 })).toMatchObject({
    address: null,
    city: 'Rostock',
    latitude: null,
    longitude: null,
    units: 1,
  });
  expect(inputOf({ ...values, latitude: 54, longitude: 12, unitId: 'u' })).toMatchObject({
    latitude: 54,
    longitude: 12,
    unitId: 'u',
  });
});

test('items are counted only of pools and seats, a person only of hours, a code only where it is asked for', () => {
  const pool = { ...values, units: 4, personId: 'p', checkInCode: '1234' };
  expect(inputOf(pool)).toMatchObject({ units: 1, personId: null, checkInCode: null });
  const rules = { ...values.rules, checkIn: 'code' as const };
  expect(inputOf({ ...pool, sharedAs: 'items', kind: 'person_time', rules })).toMatchObject({
    units: 4,
    personId: 'p',
    checkInCode: '1234',
  });
});

test('by default it is open on working days', () => {
  expect(values.openings.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5]);
});
