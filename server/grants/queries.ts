import type { GrantField } from '@collegium/contract/commitments.ts';
import { sql, type RawBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../platform/database/database.ts';
import { decodeCursor } from '../platform/http/cursor.ts';
import type { Member } from '../platform/scope.ts';
import { isBound, isInForce, isOpened } from './policy.ts';

/** Clauses that open something to the actor's organisation today. */
export function listGrants(db: Database, actor: Member, now: Date) {
  const organisation = sql`${actor.organisationId}::uuid`;
  return db
    .selectFrom('access_grant')
    .innerJoin('agreement', 'agreement.id', 'access_grant.agreement_id')
    .leftJoin('organisation as source', 'source.id', 'access_grant.from_id')
    .select(['access_grant.id', 'access_grant.agreement_id', 'access_grant.title', 'access_grant.purpose'])
    .select(['access_grant.fields', 'access_grant.about', 'access_grant.starts_on', 'access_grant.ends_on'])
    .select(['agreement.title as agreement_title', 'source.id as from_id', 'source.name', 'source.short_mark'])
    .where(isInForce(now))
    .where(isBound(organisation, now))
    .where((eb) => eb.or([eb('access_grant.from_id', 'is', null), isBound(sql.ref('access_grant.from_id'), now)]))
    .where(sql<boolean>`coalesce(access_grant.to_id, ${organisation}) = ${organisation}`)
    .where(sql<boolean>`access_grant.from_id is distinct from ${organisation}`)
    .orderBy('agreement.id')
    .orderBy('access_grant.clause_key')
    .limit(200)
    .execute();
}

/** A value where the clause opens the field; null where it does not. */
function opened<T>(field: GrantField, value: RawBuilder<unknown>) {
  return sql<T | null>`case when ${field} = any(access_grant.fields) then ${value} end`;
}

/**
 * Learners whom a clause opens to the actor's organisation now, only the fields that it opens, `limit + 1` of them; and, in
 * the same statement, who looked at which of them is written down.
 */
export async function lookAtLearners(
  db: Database,
  actor: Member,
  query: { grantId: string; now: Date; limit: number; cursor?: string; ids: readonly string[] },
) {
  const { grantId, now, ids } = query;
  const after = decodeCursor(query.cursor, 1);
  return db
    .with('page', (qc) =>
      qc
        .selectFrom('access_grant')
        .innerJoin('agreement', 'agreement.id', 'access_grant.agreement_id')
        .innerJoin('membership', (join) =>
          join.on('membership.role', '=', 'learner').on('membership.ended_on', 'is', null),
        )
        .innerJoin('organisation as reader', (join) => join.on('reader.id', '=', actor.organisationId))
        .innerJoin('organisation as home', 'home.id', 'membership.organisation_id')
        .innerJoin('person', 'person.id', 'membership.person_id')
        .leftJoin('learner_profile as profile', 'profile.person_id', 'person.id')
        .select([
          'membership.id as membership_id',
          'person.id as person_id',
          'access_grant.id as grant_id',
          'access_grant.fields',
        ])
        .select(['home.id as home_id', 'home.name as home_name', 'home.short_mark as home_mark'])
        .select([
          opened<string>('name', sql`person.name`).as('name'),
          opened<string>('email', sql`person.email`).as('email'),
          opened<string>('level', sql`profile.level`).as('level'),
          opened<string>('field', sql`profile.field_code`).as('field_code'),
          opened<number>('grades', sql`profile.grade_average`).as('grade_average'),
          opened<number>('grades', sql`profile.grade_average_maximum`).as('grade_average_maximum'),
          opened<unknown>('languages', sql`coalesce(profile.language_results, '[]')`).as('language_results'),
        ])
        .select((eb) => [
          opened<unknown>(
            'participations',
            sql`(${jsonArrayFrom(
              eb
                .selectFrom('participation as taken')
                .innerJoin('offer', 'offer.id', 'taken.offer_id')
                .select(['offer.title', 'taken.state', 'taken.started_at as startedAt'])
                .whereRef('taken.person_id', '=', 'person.id')
                .where('taken.provider_organisation_id', '=', actor.organisationId)
                .orderBy('taken.id')
                .limit(50),
            )})`,
          ).as('participations'),
          opened<unknown>(
            'outcomes',
            sql`(${jsonArrayFrom(
              eb
                .selectFrom('outcome')
                .innerJoin('participation as taken', 'taken.id', 'outcome.participation_id')
                .innerJoin('offer', 'offer.id', 'taken.offer_id')
                .select(['offer.title', 'outcome.state', 'outcome.grade'])
                .whereRef('taken.person_id', '=', 'person.id')
                .where('taken.provider_organisation_id', '=', actor.organisationId)
                .orderBy('outcome.id')
                .limit(50),
            )})`,
          ).as('outcomes'),
        ])
        .where('access_grant.id', '=', grantId)
        .where(sql<boolean>`membership.organisation_id = coalesce(access_grant.from_id, membership.organisation_id)`)
        .where(
          isOpened(now, { reader: 'reader.id', home: 'membership.organisation_id', person: 'membership.person_id' }),
        )
        .$if(after !== undefined, (q) => q.where(sql<boolean>`membership.id > ${after?.[0]}::uuid`))
        .orderBy('membership.id')
        .limit(query.limit + 1),
    )
    .with('looked', (qc) =>
      qc
        .insertInto('access_log')
        .columns(['id', 'person_id', 'access_grant_id', 'reader_id', 'organisation_id', 'fields', 'at'])
        .expression((eb) =>
          eb
            .selectFrom((of) =>
              of
                .selectFrom('page')
                .select(['page.person_id', 'page.grant_id', 'page.fields'])
                .select(sql<number>`row_number() over (order by page.membership_id)`.as('n'))
                .orderBy('page.membership_id')
                .limit(query.limit)
                .as('seen'),
            )
            .select([
              sql<string>`(${ids}::uuid[])[seen.n]`.as('id'),
              'seen.person_id',
              'seen.grant_id as access_grant_id',
              sql<string>`${actor.personId}::uuid`.as('reader_id'),
              sql<string>`${actor.organisationId}::uuid`.as('organisation_id'),
              'seen.fields',
              sql<Date>`${now}::timestamptz`.as('at'),
            ]),
        ),
    )
    .selectFrom('page')
    .selectAll()
    .orderBy('membership_id')
    .execute();
}
export type OpenedRow = Awaited<ReturnType<typeof lookAtLearners>>[number];

/** Clauses that open, opened or will open something about learners of the person's organisations, newest first. */
export function listOwnGrants(db: Database, personId: string, now: Date) {
  return db
    .selectFrom('membership')
    .innerJoin('agreement_party as homeward', 'homeward.organisation_id', 'membership.organisation_id')
    .innerJoin('access_grant', 'access_grant.agreement_id', 'homeward.agreement_id')
    .innerJoin('agreement', 'agreement.id', 'access_grant.agreement_id')
    .select(['access_grant.id', 'access_grant.title', 'access_grant.purpose', 'access_grant.fields'])
    .select([
      'access_grant.starts_on',
      'access_grant.ends_on',
      'access_grant.closed_on',
      'agreement.title as agreement_title',
    ])
    .distinctOn('access_grant.id')
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('agreement_party as reading')
          .innerJoin('organisation', 'organisation.id', 'reading.organisation_id')
          .select(['organisation.id', 'organisation.name', 'organisation.short_mark as shortMark'])
          .whereRef('reading.agreement_id', '=', 'access_grant.agreement_id')
          .where(
            isOpened(now, {
              reader: 'reading.organisation_id',
              home: 'membership.organisation_id',
              person: 'membership.person_id',
            }),
          )
          .orderBy('organisation.name'),
      ).as('readers'),
      eb
        .selectFrom('access_log')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('access_log.access_grant_id', '=', 'access_grant.id')
        .where('access_log.person_id', '=', personId)
        .as('looks'),
      eb
        .selectFrom('access_log')
        .select((last) => last.fn.max('access_log.at').as('at'))
        .whereRef('access_log.access_grant_id', '=', 'access_grant.id')
        .where('access_log.person_id', '=', personId)
        .as('last_looked_at'),
    ])
    .where('membership.person_id', '=', personId)
    .where('membership.role', '=', 'learner')
    .where('membership.ended_on', 'is', null)
    .where(sql<boolean>`coalesce(access_grant.from_id, membership.organisation_id) = membership.organisation_id`)
    .orderBy('access_grant.id', 'desc')
    .limit(200)
    .execute();
}

/** Who looked at the person's data, newest first, `limit + 1` of them. */
export function listAccesses(db: Database, personId: string, query: { limit: number; cursor?: string }) {
  const after = decodeCursor(query.cursor, 2);
  return db
    .selectFrom('access_log')
    .innerJoin('access_grant', 'access_grant.id', 'access_log.access_grant_id')
    .innerJoin('person as reader', 'reader.id', 'access_log.reader_id')
    .innerJoin('organisation', 'organisation.id', 'access_log.organisation_id')
    .select(['access_log.id', 'access_log.at', 'access_log.fields', 'access_grant.title', 'access_grant.purpose'])
    .select([
      'reader.name as reader',
      'organisation.id as organisation_id',
      'organisation.name',
      'organisation.short_mark',
    ])
    .where('access_log.person_id', '=', personId)
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(access_log.at, access_log.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('access_log.at', 'desc')
    .orderBy('access_log.id', 'desc')
    .limit(query.limit + 1)
    .execute();
}
