import type { ProfileInput, ProfileView } from '@collegium/contract/people.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { jsonb } from '../platform/database/database.ts';
import { isTimeZone } from '@collegium/contract/offers/local-time.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { findProfile } from './queries.ts';

/** One's own profile. */
export async function getProfile(scope: MemberScope): Promise<ProfileView> {
  const row = await findProfile(scope.db, scope.actor.personId);
  if (!row) throw new Problem('person.not_found');
  return {
    personId: row.id,
    name: row.name,
    language: row.language,
    timeZone: row.time_zone,
    mailPreference: row.mail_preference,
    level: row.level,
    fieldCode: row.field_code,
    gradeAverage: row.grade_average,
    gradeAverageMaximum: row.grade_average_maximum,
    termsCompleted: row.terms_completed,
    languageResults: row.language_results ?? [],
    version: row.version,
  };
}

/** Changes one's own profile. Throws request.version_stale, profile.time_zone_unknown, profile.grade_above_maximum. */
export async function changeProfile(scope: MemberScope, version: number, input: ProfileInput): Promise<ProfileView> {
  if (!isTimeZone(input.timeZone)) throw new Problem('profile.time_zone_unknown', { timeZone: input.timeZone });
  const { personId } = scope.actor;
  const facts = {
    level: input.level,
    field_code: input.fieldCode,
    grade_average: input.gradeAverage,
    grade_average_maximum: input.gradeAverageMaximum,
    terms_completed: input.termsCompleted,
    language_results: jsonb(input.languageResults),
    updated_at: scope.clock.now(),
  };
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .updateTable('person')
            .set((eb) => ({
              name: input.name,
              language: input.language,
              time_zone: input.timeZone,
              mail_preference: input.mailPreference,
              version: eb('version', '+', 1),
            }))
            .where('id', '=', personId)
            .where('version', '=', version)
            .returning('id'),
        )
        .with('learner', (qc) =>
          qc
            .insertInto('learner_profile')
            .columns(['person_id', ...factColumns])
            .expression((eb) =>
              eb
                .selectFrom('changed')
                .select(['changed.id as person_id', ...factColumns.map((column) => castFact(column, facts[column]))]),
            )
            .onConflict((oc) => oc.column('person_id').doUpdateSet(facts))
            .returning('person_id'),
        ),
    { action: 'profile.changed', objectType: 'person' },
  );
  if (rows.length === 0) throw new Problem('request.version_stale');
  return getProfile(scope);
}

const factTypes = {
  level: 'text',
  field_code: 'text',
  grade_average: 'numeric',
  grade_average_maximum: 'numeric',
  terms_completed: 'integer',
  language_results: 'jsonb',
  updated_at: 'timestamptz',
} as const;
const factColumns = Object.keys(factTypes) as (keyof typeof factTypes)[];

/** Parameters of a bare `select` need their type. */
function castFact(column: keyof typeof factTypes, value: unknown) {
  return sql`${value}::${sql.raw(factTypes[column])}`.as(column);
}
