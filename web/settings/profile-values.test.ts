import type { ProfileView } from '@collegium/contract/people';
import { expect, test } from 'vitest';
import { profileValues, toProfileInput } from './profile-values.ts';

const profile: ProfileView = {
  personId: '9',
  version: 3,
  name: 'Amina Yusuf',
  language: 'en',
  timeZone: 'Europe/Lisbon',
  mailPreference: 'each',
  level: 'master',
  fieldCode: '0532',
  gradeAverage: 16.5,
  gradeAverageMaximum: 20,
  termsCompleted: 2,
  languageResults: [{ test: 'TOEFL iBT', score: 92 }],
};

test('saving what was shown changes nothing', () => {
  const { personId: _person, version: _version, ...input } = profile;
  expect(toProfileInput(profileValues(profile))).toEqual(input);
});

test('what nobody knows stays unknown, and is never zero', () => {
  const unknown = {
    ...profile,
    level: null,
    fieldCode: null,
    gradeAverage: null,
    gradeAverageMaximum: null,
    termsCompleted: null,
    languageResults: [],
  };
  expect(toProfileInput(profileValues(unknown))).toMatchObject({
    level: null,
    fieldCode: null,
    gradeAverage: null,
    gradeAverageMaximum: null,
    termsCompleted: null,
    languageResults: [],
  });
});

test('a grade of zero is a grade', () => {
  expect(toProfileInput({ ...profileValues(profile), gradeAverage: 0 }).gradeAverage).toBe(0);
});

test('half-written language results are left out, names lose their spaces', () => {
  const values = {
    ...profileValues(profile),
    name: ' Amina Yusuf ',
    languageResults: [
      { test: ' IELTS ', score: '7.5' },
      { test: '', score: 90 },
      { test: 'HSK', score: '' },
    ],
  };
  expect(toProfileInput(values)).toMatchObject({
    name: 'Amina Yusuf',
    languageResults: [{ test: 'IELTS', score: 7.5 }],
  });
});
