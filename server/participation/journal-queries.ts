import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import { decodeCursor } from '../platform/http/cursor.ts';

/** Entries of a journal, latest day first, `limit + 1` of them. Worst case: an index scan of a page. */
export function listEntries(db: Database, participationId: string, limit: number, cursor: string | undefined) {
  const after = decodeCursor(cursor, 2);
  return selectEntries(db)
    .where('journal_entry.participation_id', '=', participationId)
    .$if(after !== undefined, (q) =>
      q.where((eb) =>
        eb(
          eb.refTuple('journal_entry.done_on', 'journal_entry.id'),
          '<',
          eb.tuple(sql<string>`${after?.[0]}::date`, sql<string>`${after?.[1]}::uuid`),
        ),
      ),
    )
    .orderBy('journal_entry.done_on', 'desc')
    .orderBy('journal_entry.id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** One entry of a journal; undefined when there is none. */
export function findEntry(db: Database, participationId: string, entryId: string) {
  return selectEntries(db)
    .where('journal_entry.participation_id', '=', participationId)
    .where('journal_entry.id', '=', entryId)
    .executeTakeFirst();
}

function selectEntries(db: Database) {
  return db
    .selectFrom('journal_entry')
    .innerJoin('participation', 'participation.id', 'journal_entry.participation_id')
    .leftJoin('person as confirmer', 'confirmer.id', 'journal_entry.confirmed_by')
    .select(['journal_entry.id', 'done_on', 'minutes', 'text', 'journal_entry.version', 'confirmed_at'])
    .select(['journal_entry.created_at', 'confirmer.name as confirmed_by_name', 'participation.state'])
    .select(['participation.person_id', 'home_organisation_id', 'provider_organisation_id']);
}
export type ListedEntry = Awaited<ReturnType<typeof listEntries>>[number];
