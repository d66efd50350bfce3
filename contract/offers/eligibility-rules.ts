import type { TSchema } from 'typebox';
import { EligibilityRule } from '../eligibility.ts';

/** The schema of each type of condition, by the type. */
export const eligibilityRules: Partial<Record<string, TSchema>> = Object.fromEntries(
  EligibilityRule.anyOf.map((schema): [string, TSchema] => [schema.properties.type.const, schema]),
);
