import type { ConfirmationInput, ConfirmationView, JournalPage } from '@collegium/contract/participation/journal.ts';
import { participationMachine } from '@collegium/contract/states/participation.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import type { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { abilitiesOf } from './abilities.ts';
import { readParticipation } from './get-participation.ts';
import { listEntries } from './journal-queries.ts';
import { isParty, partiesOf } from './policy.ts';
import { presentEntry } from './present-entry.ts';
import { notWhile } from './refusals.ts';

const { assessable } = participationMachine.groups;

/** A page of the journal, latest day first. Throws participation.not_found. */
export async function readJournal(
  scope: MemberScope,
  id: string,
  query: { limit?: number; cursor?: string },
): Promise<JournalPage> {
  const limit = query.limit ?? 30;
  const [row, entries] = await Promise.all([
    readParticipation(scope, id),
    listEntries(scope.db, id, limit, query.cursor),
  ]);
  const abilities = abilitiesOf(scope.actor, row);
  return pageOf(
    entries,
    limit,
    (entry) => [entry.done_on, entry.id],
    (entry) => presentEntry(entry, abilities),
  );
}

/**
 * The provider confirms the entries named, or all that wait. Those confirmed already are passed over. Throws
 * participation.not_found, request.move_not_allowed.
 */
export async function confirmEntries(
  scope: MemberScope,
  id: string,
  { entryIds }: ConfirmationInput,
): Promise<ConfirmationView> {
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('journal_entry')
          .set((eb) => ({
            confirmed_at: scope.clock.now(),
            confirmed_by: scope.actor.personId,
            version: eb('version', '+', 1),
          }))
          .where('participation_id', '=', id)
          .where('confirmed_at', 'is', null)
          .$if(entryIds !== undefined, (q) => q.where('id', '=', sql<string>`any(${entryIds}::uuid[])`))
          .where((eb) =>
            eb.exists(
              (qc as Database)
                .selectFrom('participation')
                .select('participation.id')
                .where('participation.id', '=', id)
                .where('participation.state', 'in', [...assessable])
                .where(isParty(scope.actor, 'provider')),
            ),
          )
          .returning('journal_entry.id'),
      ),
    { action: 'journal.confirmed', objectType: 'participation', objectId: id },
  );
  if (rows.length === 0) await refuseOrPass(scope, id);
  return { confirmed: rows.length };
}

/** Nothing waited: fine for the provider while it may confirm, otherwise a problem. */
async function refuseOrPass(scope: MemberScope, id: string): Promise<void> {
  const row = await readParticipation(scope, id);
  if (!partiesOf(scope.actor, row).includes('provider')) throw new Problem('participation.not_found');
  if (!assessable.includes(row.state)) throw notWhile(row.state, scope);
}
