import { sql, type ExpressionBuilder, type QueryCreator } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { decodeCursor } from '../platform/http/cursor.ts';

/** A partnership with its current members. */
export function findPartnership(db: Database, id: string) {
  return withMembers(db).where('partnership.id', '=', id).executeTakeFirst();
}
export type PartnershipRow = NonNullable<Awaited<ReturnType<typeof findPartnership>>>;

/** Partnerships by name, `limit + 1` of them. */
export function listPartnerships(db: Database, query: { limit: number; cursor?: string; organisationId?: string }) {
  const after = decodeCursor(query.cursor, 2);
  return withMembers(db)
    .$if(query.organisationId !== undefined, (q) =>
      q.where((eb) =>
        eb.exists(
          eb
            .selectFrom('partnership_member')
            .select('organisation_id')
            .whereRef('partnership_id', '=', 'partnership.id')
            .where('organisation_id', '=', query.organisationId ?? '')
            .where('left_on', 'is', null),
        ),
      ),
    )
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(partnership.name, partnership.id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .orderBy('partnership.name')
    .orderBy('partnership.id')
    .limit(query.limit + 1)
    .execute();
}

type Changed = QueryCreator<Tables & { changed: { id: string } }>;

/** Makes organisations members of the partnership in `changed`; who had left comes back. */
export function insertMembers(qc: Changed, organisationIds: readonly string[], at: Date) {
  return qc
    .insertInto('partnership_member')
    .columns(['partnership_id', 'organisation_id', 'role', 'joined_on'])
    .expression((eb) =>
      eb
        .selectFrom([
          'changed',
          sql<{ organisation_id: string }>`unnest(${[...organisationIds]}::uuid[])`.as<'joining'>(
            sql`joining (organisation_id)`,
          ),
        ])
        .select([
          'changed.id',
          'joining.organisation_id',
          sql<'partner'>`'partner'`.as('role'),
          sql<string>`${at}::date`.as('joined_on'),
        ]),
    )
    .onConflict((oc) => oc.columns(['partnership_id', 'organisation_id']).doUpdateSet({ left_on: null }))
    .returning('organisation_id');
}

/** Everybody else leaves the partnership in `changed` today. */
export function leaveOthers(qc: Changed, organisationIds: readonly string[], at: Date) {
  return qc
    .updateTable('partnership_member')
    .set({ left_on: sql<string>`greatest(joined_on, ${at}::date)` })
    .where('partnership_id', 'in', (eb) => eb.selectFrom('changed').select('changed.id'))
    .where('organisation_id', '<>', sql<string>`all(${[...organisationIds]}::uuid[])`)
    .where('left_on', 'is', null)
    .returning('organisation_id');
}

function withMembers(db: Database) {
  return db
    .selectFrom('partnership')
    .selectAll('partnership')
    .select((eb) => membersOf(eb).as('members'));
}

function membersOf(eb: ExpressionBuilder<Tables, 'partnership'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('partnership_member')
      .innerJoin('organisation', 'organisation.id', 'partnership_member.organisation_id')
      .select(['partnership_member.organisation_id', 'organisation.name', 'organisation.short_mark'])
      .whereRef('partnership_member.partnership_id', '=', 'partnership.id')
      .where('partnership_member.left_on', 'is', null)
      .orderBy('organisation.name')
      .limit(500),
  );
}
