import {
  savedSearchesAtMost,
  type SavedSearchInput,
  type SavedSearchList,
  type SavedSearchView,
} from '@collegium/contract/offers/saved-searches.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { jsonb } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';

const columns = ['id', 'name', 'query', 'created_at'] as const;

/** The searches that the actor keeps, by name. */
export async function listSavedSearches({ db, actor }: MemberScope): Promise<SavedSearchList> {
  const rows = await db
    .selectFrom('saved_search')
    .select(columns)
    .where('person_id', '=', actor.personId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return { items: rows.map(present) };
}

/** Keeps a search under a name; one that has the name already is replaced. Throws saved_search.too_many. */
export async function saveSearch(scope: MemberScope, { name, query }: SavedSearchInput): Promise<SavedSearchView> {
  const { personId } = scope.actor;
  const [row] = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .insertInto('saved_search')
          .columns(['id', 'person_id', 'name', 'query', 'created_at'])
          .expression(
            scope.db
              .selectNoFrom([
                sql<string>`${newId()}::uuid`.as('id'),
                sql<string>`${personId}::uuid`.as('person_id'),
                sql<string>`${name.trim()}::text`.as('name'),
                jsonb(query).as('query'),
                sql<Date>`${scope.clock.now()}::timestamptz`.as('created_at'),
              ])
              .where((on) =>
                on(
                  on
                    .selectFrom('saved_search as other')
                    .select((count) => count.fn.countAll<number>().as('n'))
                    .where('other.person_id', '=', personId)
                    .where('other.name', '<>', name.trim()),
                  '<',
                  savedSearchesAtMost,
                ),
              ),
          )
          .onConflict((oc) =>
            oc.columns(['person_id', 'name']).doUpdateSet((on) => ({ query: on.ref('excluded.query') })),
          )
          .returning(columns),
      ),
    { action: 'saved_search.kept', objectType: 'saved_search' },
  );
  if (!row) throw new Problem('saved_search.too_many', { most: savedSearchesAtMost });
  return present(row);
}

/** Removes a search of the actor's own. Throws saved_search.not_found. */
export async function removeSavedSearch(scope: MemberScope, id: string): Promise<void> {
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .deleteFrom('saved_search')
          .where('id', '=', id)
          .where('person_id', '=', scope.actor.personId)
          .returning('saved_search.id'),
      ),
    { action: 'saved_search.removed', objectType: 'saved_search' },
  );
  if (rows.length === 0) throw new Problem('saved_search.not_found');
}

function present(row: {
  id: string;
  name: string;
  query: SavedSearchView['query'];
  created_at: Date;
}): SavedSearchView {
  return { id: row.id, name: row.name, query: row.query, createdAt: row.created_at.toISOString() };
}
