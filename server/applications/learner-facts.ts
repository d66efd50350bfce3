import type { LearnerFacts } from '@collegium/contract/eligibility.ts';
import type { Selectable } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';

/** A learner's profile as it comes out of a left join: all null when there is none. */
type ProfileRow = {
  [Column in keyof Omit<Selectable<Tables['learner_profile']>, 'person_id' | 'version' | 'updated_at'>]:
    | Selectable<Tables['learner_profile']>[Column]
    | null;
};

/** What eligibility rules ask of a learner who acts for an organisation. */
export function learnerFacts(profile: ProfileRow, organisationId: string): LearnerFacts {
  return {
    level: profile.level,
    fieldCode: profile.field_code,
    gradeAverage: profile.grade_average,
    gradeAverageMaximum: profile.grade_average_maximum,
    termsCompleted: profile.terms_completed,
    languageResults: profile.language_results ?? [],
    organisationId,
  };
}
