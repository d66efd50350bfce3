import { expect, test } from 'vitest';
import { emptyValues, inputOf, isSavable } from './values.ts';

const values = { ...emptyValues('Europe/Paris'), title: { en: 'Port logistics' }, places: 3 } as const;

test('empty fields are sent as nothing', () => {
  expect(inputOf(values)).toMatchObject({
    city: null,
    startsOn: null,
    applicationsCloseAt: null,
    hours: null,
    places: 3,
  });
});

test('unfinished lines of a kind’s details are left out', () => {
  const details = { kind: 'course', learningOutcomes: ['Model a coast', '  ', ''], assessment: '' } as const;
  expect(
    inputOf({ ...values, kind: 'course', details: { ...details, learningOutcomes: [...details.learningOutcomes] } })
      .details,
  ).toEqual({
    kind: 'course',
    learningOutcomes: ['Model a coast'],
  });
});

test('a session without a place says so by nothing, and keeps its id', () => {
  const session = {
    id: '1',
    startsLocal: '2027-02-01T10:00',
    endsLocal: '2027-02-01T11:00',
    timeZone: 'UTC',
    place: ' ',
    note: 'Bring boots',
  };
  expect(inputOf({ ...values, sessions: [session] }).sessions).toEqual([{ ...session, place: null }]);
});

test('a draft is kept from the first title on, with at least one place', () => {
  expect(isSavable(values)).toBe(true);
  expect(isSavable({ ...values, title: { en: '  ' } })).toBe(false);
  expect(isSavable({ ...values, places: '' })).toBe(false);
});
