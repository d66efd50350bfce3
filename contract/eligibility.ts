import { Type, type Static } from 'typebox';
import { levels, type Level } from './levels.ts';

/** A result of a language test, for instance `{ "test": "TOEFL iBT", "score": 92 }`. */
export const LanguageResult = Type.Object({
  test: Type.String({ minLength: 1, maxLength: 60 }),
  score: Type.Number({ minimum: 0, maximum: 10_000 }),
});
export type LanguageResult = Static<typeof LanguageResult>;

export { levels, type Level };
export const LevelSchema = Type.Enum([...levels]);

const words = Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 200 });

/** One condition that a learner must meet. All rules of an offer must hold. */
export const EligibilityRule = Type.Union([
  Type.Object({ type: Type.Literal('level'), anyOf: Type.Array(LevelSchema, { minItems: 1 }) }),
  Type.Object({
    type: Type.Literal('field'),
    anyOf: Type.Array(Type.String({ pattern: '^[0-9]{2,4}$' }), { minItems: 1 }),
  }),
  Type.Object({
    type: Type.Literal('grade_average'),
    minimum: Type.Number({ minimum: 0 }),
    maximum: Type.Number({ exclusiveMinimum: 0 }),
  }),
  Type.Object({ type: Type.Literal('terms_completed'), minimum: Type.Integer({ minimum: 1, maximum: 60 }) }),
  Type.Object({
    type: Type.Literal('language_test'),
    anyOf: Type.Array(LanguageResult, { minItems: 1, maxItems: 20 }),
  }),
  Type.Object({ type: Type.Literal('organisation'), anyOf: words }),
]);
export type EligibilityRule = Static<typeof EligibilityRule>;

/** What is known of a learner; absent facts fail the rules that need them, in words. */
export interface LearnerFacts {
  level: Level | null;
  fieldCode: string | null;
  gradeAverage: number | null;
  gradeAverageMaximum: number | null;
  termsCompleted: number | null;
  languageResults: LanguageResult[];
  organisationId: string;
}

/** A rule that the learner does not meet; `isUnknown` when the learner's profile does not say. */
export interface EligibilityFailure {
  rule: EligibilityRule;
  isUnknown: boolean;
}

/** The rules that this learner fails, in the order of the offer; an empty list means eligible. */
export function eligibilityFailures(rules: readonly EligibilityRule[], learner: LearnerFacts): EligibilityFailure[] {
  return rules.flatMap((rule) => {
    const isMet = meets(rule, learner);
    return isMet === true ? [] : [{ rule, isUnknown: isMet === undefined }];
  });
}

/** undefined: the learner's profile does not say. */
function meets(rule: EligibilityRule, learner: LearnerFacts): boolean | undefined {
  switch (rule.type) {
    case 'level':
      return learner.level === null ? undefined : rule.anyOf.includes(learner.level);
    case 'field':
      return learner.fieldCode === null ? undefined : rule.anyOf.some((code) => learner.fieldCode?.startsWith(code));
    case 'grade_average':
      return meetsGradeAverage(rule, learner);
    case 'terms_completed':
      return learner.termsCompleted === null ? undefined : learner.termsCompleted >= rule.minimum;
    case 'language_test':
      return meetsLanguageTest(rule.anyOf, learner.languageResults);
    case 'organisation':
      return rule.anyOf.includes(learner.organisationId);
  }
}

/**
 * Averages on different scales are compared as shares of their maximum; what differs only by the rounding of binary
 * fractions (0.57 of 1 against 57 of 100) is equal.
 */
function meetsGradeAverage(rule: { minimum: number; maximum: number }, learner: LearnerFacts): boolean | undefined {
  if (learner.gradeAverage === null || learner.gradeAverageMaximum === null) return undefined;
  const reached = learner.gradeAverage * rule.maximum;
  const needed = rule.minimum * learner.gradeAverageMaximum;
  return reached >= needed * (1 - 1e-12);
}

function meetsLanguageTest(accepted: LanguageResult[], results: LanguageResult[]): boolean | undefined {
  const taken = accepted.flatMap((wanted) =>
    results
      .filter((result) => result.test.toLowerCase() === wanted.test.toLowerCase())
      .map((result) => result.score >= wanted.score),
  );
  return taken.length === 0 ? undefined : taken.includes(true);
}
