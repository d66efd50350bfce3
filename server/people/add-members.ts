import type { InvitationInput, ProfileInput } from '@collegium/contract/people.ts';
import { sql } from 'kysely';
import { jsonb, schemaOf } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { MemberScope } from '../platform/scope.ts';

/** Somebody who is to be a member of an organisation, with what is known of a learner's studies. */
export interface NewMember extends Pick<InvitationInput, 'name' | 'email' | 'role' | 'evidence'>, Partial<Studies> {
  organisationId: string;
  /** YYYY-MM-DD; today unless said. */
  startedOn?: string | undefined;
  language?: string | undefined;
}

type Studies = Pick<
  ProfileInput,
  'level' | 'fieldCode' | 'gradeAverage' | 'gradeAverageMaximum' | 'termsCompleted' | 'languageResults'
>;

/**
 * Makes people members: each found again by the mail address, else added with an account. Who is a member there in that
 * role already stays so, and a profile that exists stays as its owner left it. `scope.db` is a transaction. Returns the
 * ids of new memberships by their place in the list. Four round trips.
 */
export async function addMembers(scope: MemberScope, members: readonly NewMember[]): Promise<Map<number, string>> {
  const now = scope.clock.now();
  const rows = members.map((member) => ({
    ...member,
    email: member.email.toLowerCase(),
    accountId: newId(),
    personId: newId(),
    membershipId: newId(),
  }));
  const incoming = sql`jsonb_to_recordset(${jsonb(rows)}) as incoming (
    name text, email text, role text, evidence text, language text, level text, "fieldCode" text,
    "gradeAverage" numeric, "gradeAverageMaximum" numeric, "termsCompleted" integer, "languageResults" jsonb,
    "organisationId" uuid, "startedOn" date, "accountId" uuid, "personId" uuid, "membershipId" uuid)`;
  const schema = sql.raw(schemaOf(scope.network.slug));
  await sql`
    insert into platform.account (id, name, email, email_verified)
    select distinct on (email) "accountId", name, email, true from ${incoming}
    on conflict (email) do nothing`.execute(scope.db);
  await sql`
    insert into ${schema}.person (id, account_id, name, email, language, created_at)
    select distinct on (incoming.email) "personId", account.id, incoming.name, incoming.email,
           coalesce(incoming.language, 'en'), ${now}::timestamptz
    from ${incoming} join platform.account on account.email = incoming.email
    on conflict do nothing`.execute(scope.db);
  await sql`
    insert into ${schema}.learner_profile (person_id, level, field_code, grade_average, grade_average_maximum, terms_completed,
                            language_results, updated_at)
    select distinct on (person.id) person.id, level, "fieldCode", "gradeAverage", "gradeAverageMaximum",
           "termsCompleted", coalesce("languageResults", '[]'), ${now}::timestamptz
    from ${incoming} join ${schema}.person on person.email = incoming.email
    where role = 'learner'
    on conflict (person_id) do nothing`.execute(scope.db);
  const { rows: added } = await sql<{ id: string }>`
    insert into ${schema}.membership (id, person_id, organisation_id, role, started_on, evidence, created_at, created_by)
    select "membershipId", person.id, "organisationId", role, coalesce("startedOn", ${now}::date), evidence,
           ${now}::timestamptz, ${scope.actor.personId}::uuid
    from ${incoming} join ${schema}.person on person.email = incoming.email
    on conflict (person_id, organisation_id, role) where ended_on is null do nothing
    returning id`.execute(scope.db);
  const isNew = new Set(added.map(({ id }) => id));
  return new Map(rows.flatMap(({ membershipId }, index) => (isNew.has(membershipId) ? [[index, membershipId]] : [])));
}
