import type { ProfileInput, ProfileView } from '@collegium/contract/people';

/** What the form holds: numbers may be empty while they are typed. */
export interface ProfileValues extends Record<string, unknown> {
  name: string;
  language: string;
  timeZone: string;
  mailPreference: ProfileInput['mailPreference'];
  level: ProfileInput['level'];
  fieldCode: string;
  gradeAverage: number | string;
  gradeAverageMaximum: number | string;
  termsCompleted: number | string;
  languageResults: { test: string; score: number | string }[];
}

/** A profile as the form shows it. */
export function profileValues(profile: ProfileView): ProfileValues {
  return {
    name: profile.name,
    language: profile.language,
    timeZone: profile.timeZone,
    mailPreference: profile.mailPreference,
    level: profile.level,
    fieldCode: profile.fieldCode ?? '',
    gradeAverage: profile.gradeAverage ?? '',
    gradeAverageMaximum: profile.gradeAverageMaximum ?? '',
    termsCompleted: profile.termsCompleted ?? '',
    languageResults: profile.languageResults,
  };
}

/** The form as the interface takes it: empty facts are unknown, and lines without a test are left out. */
export function toProfileInput(values: ProfileValues): ProfileInput {
  return {
    name: values.name.trim(),
    language: values.language,
    timeZone: values.timeZone,
    mailPreference: values.mailPreference,
    level: values.level,
    fieldCode: values.fieldCode === '' ? null : values.fieldCode,
    gradeAverage: numberOrNull(values.gradeAverage),
    gradeAverageMaximum: numberOrNull(values.gradeAverageMaximum),
    termsCompleted: numberOrNull(values.termsCompleted),
    languageResults: values.languageResults.flatMap(({ test, score }) => {
      const points = numberOrNull(score);
      return test.trim() === '' || points === null ? [] : [{ test: test.trim(), score: points }];
    }),
  };
}

function numberOrNull(value: number | string): number | null {
  return value === '' || !Number.isFinite(Number(value)) ? null : Number(value);
}
