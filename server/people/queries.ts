import type { PersonQuery } from '@collegium/contract/people.ts';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../platform/database/database.ts';
import { decodeCursor } from '../platform/http/cursor.ts';
import type { Member } from '../platform/scope.ts';
import { visibleMembers } from './policy.ts';

/** A person with the current memberships and the count of unread notifications, in one round trip. */
export function findSession(db: Database, personId: string, now: Date) {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'language', 'time_zone'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('membership')
          .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
          .select([
            'membership.id',
            'membership.role',
            'membership.organisation_id',
            'organisation.name as organisation_name',
          ])
          .select(['organisation.short_mark', 'organisation.kind'])
          .whereRef('membership.person_id', '=', 'person.id')
          .where((or) => or.or([or('ended_on', 'is', null), or('ended_on', '>', sql<string>`${now}::date`)]))
          .orderBy('membership.id'),
      ).as('memberships'),
      eb
        .selectFrom('notification')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('notification.person_id', '=', 'person.id')
        .where('read_at', 'is', null)
        .as('unread'),
    ])
    .where('id', '=', personId)
    .executeTakeFirst();
}

/** Remembers the membership under which the person acts; false when it is not a current one of theirs. */
export async function chooseMembership(
  db: Database,
  personId: string,
  membershipId: string,
  now: Date,
): Promise<boolean> {
  const result = await db
    .updateTable('person')
    .set({ acting_membership_id: membershipId })
    .where('id', '=', personId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('membership')
          .select('id')
          .where('id', '=', membershipId)
          .where('person_id', '=', personId)
          .where((or) => or.or([or('ended_on', 'is', null), or('ended_on', '>', sql<string>`${now}::date`)])),
      ),
    )
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Current members that the actor may see, by name; `limit + 1` of them. */
export function listMembers(db: Database, actor: Member, query: PersonQuery & { limit: number }) {
  const after = decodeCursor(query.cursor, 2);
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select([
      'person.id as person_id',
      'membership.id as membership_id',
      'person.name',
      'person.email',
      'membership.role',
    ])
    .select(['membership.organisation_id', 'organisation.name as organisation_name'])
    .select(['membership.started_on', 'membership.ended_on', 'membership.version'])
    .where('membership.ended_on', 'is', null)
    .where(visibleMembers(actor))
    .$if(query.organisationId !== undefined, (q) =>
      q.where('membership.organisation_id', '=', query.organisationId ?? ''),
    )
    .$if(Boolean(query.role?.length), (q) => q.where('membership.role', 'in', query.role ?? []))
    .$if(Boolean(query.words), (q) =>
      q.where('person.name', 'ilike', `%${(query.words ?? '').replace(/[\\%_]/g, '\\$&')}%`),
    )
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(person.name, membership.id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .orderBy('person.name')
    .orderBy('membership.id')
    .limit(query.limit + 1)
    .execute();
}
export type MemberRow = Awaited<ReturnType<typeof listMembers>>[number];

/** One person of each role, for the buttons of the sample network. */
export function listSampleAccounts(db: Database) {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['person.id', 'person.name', 'membership.role', 'organisation.name as organisation'])
    .distinctOn('membership.role')
    .where('membership.ended_on', 'is', null)
    .where('person.account_id', 'is not', null)
    .orderBy('membership.role')
    .orderBy('membership.id')
    .execute();
}

export async function findAccountOf(db: Database, personId: string): Promise<string | null | undefined> {
  const row = await db.selectFrom('person').select('account_id').where('id', '=', personId).executeTakeFirst();
  return row?.account_id;
}

/** What a person is known by and, for learners, what eligibility rules ask for. */
export function findProfile(db: Database, personId: string) {
  return db
    .selectFrom('person')
    .leftJoin('learner_profile', 'learner_profile.person_id', 'person.id')
    .select([
      'person.id',
      'person.name',
      'person.language',
      'person.time_zone',
      'person.mail_preference',
      'person.version',
    ])
    .select(['level', 'field_code', 'grade_average', 'grade_average_maximum', 'terms_completed', 'language_results'])
    .where('person.id', '=', personId)
    .executeTakeFirst();
}
