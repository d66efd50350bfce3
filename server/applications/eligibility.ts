import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';

/**
 * The SQL twin of `eligibilityFailures(…).length === 0` in the contract, on the column `offer.eligibility`: so that a place
 * is claimed and the conditions are checked in the same instant. What the profile does not say is not met.
 */
export function isEligible(
  eb: ExpressionBuilder<Tables, 'offer'>,
  learner: { personId: string; organisationId: string },
): Expression<SqlBool> {
  const allMet = eb
    .selectFrom(sql<{ value: unknown }>`jsonb_array_elements(offer.eligibility)`.as('rule'))
    .leftJoin('learner_profile as profile', (join) => join.on('profile.person_id', '=', learner.personId))
    .select(sql<boolean>`coalesce(bool_and(coalesce(${isMet(learner.organisationId)}, false)), true)`.as('met'));
  return eb.or([sql<boolean>`offer.eligibility = '[]'::jsonb`, sql<boolean>`${allMet}`]);
}

function isMet(organisationId: string) {
  return sql<boolean>`case rule.value ->> 'type'
    when 'level' then rule.value -> 'anyOf' ? profile.level
    when 'field' then exists (
      select from jsonb_array_elements_text(rule.value -> 'anyOf') code where starts_with(profile.field_code, code))
    when 'grade_average' then profile.grade_average * (rule.value ->> 'maximum')::numeric
      >= (rule.value ->> 'minimum')::numeric * profile.grade_average_maximum
    when 'terms_completed' then profile.terms_completed >= (rule.value ->> 'minimum')::integer
    when 'language_test' then exists (
      select from jsonb_array_elements(rule.value -> 'anyOf') wanted,
        jsonb_array_elements(profile.language_results) result
      where lower(result ->> 'test') = lower(wanted ->> 'test')
        and (result ->> 'score')::numeric >= (wanted ->> 'score')::numeric)
    when 'organisation' then rule.value -> 'anyOf' ? ${organisationId}::text
  end`;
}
