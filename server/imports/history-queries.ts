import type { ImportQuery } from '@collegium/contract/import-views.ts';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../platform/database/database.ts';
import { decodeCursor } from '../platform/http/cursor.ts';

function importRows(db: Database) {
  return db
    .selectFrom('import')
    .leftJoin('person', 'person.id', 'import.started_by')
    .selectAll('import')
    .select('person.name as person_name');
}

/** Imports of the network, the latest first, `limit + 1` of them. */
export function listImports(db: Database, query: ImportQuery & { limit: number }) {
  const after = decodeCursor(query.cursor, 2);
  return importRows(db)
    .$if(Boolean(query.kind?.length), (q) => q.where('import.kind', 'in', query.kind ?? []))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(import.started_at, import.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('import.started_at', 'desc')
    .orderBy('import.id', 'desc')
    .limit(query.limit + 1)
    .execute();
}
export type ImportRow = Awaited<ReturnType<typeof listImports>>[number];

/** One import with its problems in the order of the file, in one round trip. */
export function findImport(db: Database, id: string) {
  return importRows(db)
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('import_problem')
          .select(['row_number', 'field', 'code', 'message'])
          .whereRef('import_id', '=', 'import.id')
          .orderBy('row_number')
          .orderBy('position'),
      ).as('problems'),
    )
    .where('import.id', '=', id)
    .executeTakeFirst();
}
