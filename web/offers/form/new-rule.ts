import type { EligibilityRule } from '@collegium/contract/eligibility';

/** The types of conditions, in the order in which they are offered. */
export const ruleTypes = [
  'level',
  'field',
  'grade_average',
  'terms_completed',
  'language_test',
  'organisation',
] as const satisfies readonly EligibilityRule['type'][];

/** A condition to begin with. */
export function newRule(type: EligibilityRule['type']): EligibilityRule {
  switch (type) {
    case 'level':
      return { type, anyOf: ['bachelor'] };
    case 'field':
    case 'organisation':
      return { type, anyOf: [] };
    case 'grade_average':
      return { type, minimum: 3, maximum: 4 };
    case 'terms_completed':
      return { type, minimum: 1 };
    case 'language_test':
      return { type, anyOf: [{ test: '', score: 0 }] };
  }
}
