import type { OrganisationQuery } from '@collegium/contract/organisations.ts';
import { sql, type ExpressionBuilder } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { decodeCursor } from '../platform/http/cursor.ts';
import { searchQuery } from '../platform/search/words.ts';

/** An organisation with its identifiers and units, in one round trip. */
export function findOrganisation(db: Database, id: string) {
  return db
    .selectFrom('organisation')
    .selectAll()
    .select((eb) => [identifiersOf(eb).as('identifiers'), unitsOf(eb).as('units'), successorOf(eb).as('merged_into')])
    .where('id', '=', id)
    .executeTakeFirst();
}
export type OrganisationRow = NonNullable<Awaited<ReturnType<typeof findOrganisation>>>;

/** Organisations by name, `limit + 1` of them. Worst case: an index scan of a page. */
export function listOrganisations(db: Database, query: OrganisationQuery & { limit: number }) {
  const words = searchQuery(query.words);
  const after = decodeCursor(query.cursor, 2);
  return db
    .selectFrom('organisation')
    .select(['id', 'kind', 'name', 'short_mark', 'country', 'city'])
    .where('archived_at', 'is', null)
    .$if(words !== undefined, (q) => q.where('search', '@@', sql<string>`to_tsquery('simple', ${words})`))
    .$if(Boolean(query.kind?.length), (q) => q.where('kind', 'in', query.kind ?? []))
    .$if(Boolean(query.country?.length), (q) => q.where('country', 'in', query.country ?? []))
    .$if(after !== undefined, (q) => q.where(sql<boolean>`(name, id) > (${after?.[0]}, ${after?.[1]}::uuid)`))
    .orderBy('name')
    .orderBy('id')
    .limit(query.limit + 1)
    .execute();
}

function identifiersOf(eb: ExpressionBuilder<Tables, 'organisation'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('organisation_identifier')
      .select(['scheme', 'value'])
      .whereRef('organisation_id', '=', 'organisation.id')
      .orderBy('scheme')
      .orderBy('value'),
  );
}

function successorOf(eb: ExpressionBuilder<Tables, 'organisation'>) {
  return jsonObjectFrom(
    eb
      .selectFrom('organisation as successor')
      .select(['successor.id', 'successor.name'])
      .whereRef('successor.id', '=', 'organisation.merged_into_id'),
  );
}

function unitsOf(eb: ExpressionBuilder<Tables, 'organisation'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('unit')
      .select(['id', 'parent_id', 'name'])
      .whereRef('organisation_id', '=', 'organisation.id')
      .where('archived_at', 'is', null)
      .orderBy('name'),
  );
}
