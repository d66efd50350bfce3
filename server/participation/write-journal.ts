import type { JournalEntryView, JournalInput } from '@collegium/contract/participation/journal.ts';
import { sql, type Expression, type SqlBool } from 'kysely';
import { change } from '../platform/audit/change.ts';
import type { Database } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { readParticipation } from './get-participation.ts';
import { findEntry } from './journal-queries.ts';
import { todayAtPlace } from './open-steps.ts';
import { isParty, partiesOf } from './policy.ts';
import { presentEntry } from './present-entry.ts';
import { notWhile } from './refusals.ts';

const minutesPerDay = 1_440;
/** The state in which one writes a journal. */
const writable = 'active';

/**
 * Writes what was done on a day. Throws participation.not_found, request.move_not_allowed, journal.in_future,
 * journal.before_start, journal.day_full.
 */
export async function writeEntry(scope: MemberScope, id: string, input: JournalInput): Promise<JournalEntryView> {
  const [row] = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .insertInto('journal_entry')
          .columns(['id', 'participation_id', 'done_on', 'minutes', 'text', 'created_at'])
          .expression(
            selectWritable(qc as Database, scope, id, input).select([
              sql<string>`${newId()}::uuid`.as('id'),
              'participation.id as participation_id',
              sql<string>`${input.doneOn}::date`.as('done_on'),
              sql<number>`${input.minutes}::integer`.as('minutes'),
              sql<string>`${input.text.trim()}::text`.as('text'),
              sql<Date>`${scope.clock.now()}::timestamptz`.as('created_at'),
            ]),
          )
          .returningAll(),
      ),
    { action: 'journal.written', objectType: 'participation', objectId: id, details: written(input) },
  );
  if (row) return presentOwn(row);
  throw await whyNot(scope, id, input);
}

/** Corrects an entry that is not confirmed. Throws journal.not_found, journal.confirmed, request.version_stale and the like. */
export async function changeEntry(
  scope: MemberScope,
  id: string,
  entryId: string,
  version: number,
  input: JournalInput,
): Promise<JournalEntryView> {
  const [row] = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('journal_entry')
          .set((eb) => ({
            done_on: input.doneOn,
            minutes: input.minutes,
            text: input.text.trim(),
            version: eb('version', '+', 1),
          }))
          .where('participation_id', '=', id)
          .where('id', '=', entryId)
          .where('version', '=', version)
          .where('confirmed_at', 'is', null)
          .where((eb) =>
            eb.exists(selectWritable(qc as Database, scope, id, input, entryId).select('participation.id')),
          )
          .returningAll(),
      ),
    { action: 'journal.changed', objectType: 'participation', objectId: id, details: written(input) },
  );
  if (row) return presentOwn(row);
  throw (await whyNotEntry(scope, id, entryId, version)) ?? (await whyNot(scope, id, input));
}

/** Takes an entry that is not confirmed out of the journal. Throws as `changeEntry`. */
export async function deleteEntry(scope: MemberScope, id: string, entryId: string, version: number): Promise<void> {
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .deleteFrom('journal_entry')
          .where('participation_id', '=', id)
          .where('journal_entry.id', '=', entryId)
          .where('journal_entry.version', '=', version)
          .where('confirmed_at', 'is', null)
          .where((eb) => eb.exists(selectOwn(qc as Database, scope, id).select('participation.id')))
          .returning(['journal_entry.id', 'done_on', 'minutes']),
      ),
    { action: 'journal.deleted', objectType: 'participation', objectId: id },
  );
  if (rows.length > 0) return;
  const problem = await whyNotEntry(scope, id, entryId, version);
  throw problem ?? notWhile((await readParticipation(scope, id)).state, scope);
}

function selectOwn(db: Database, { actor }: MemberScope, id: string) {
  return db
    .selectFrom('participation')
    .where('participation.id', '=', id)
    .where('participation.state', '=', writable)
    .where(isParty(actor, 'learner'));
}

/** The learner’s own active participation, when that day may still take those minutes; `except`: the entry that changes. */
function selectWritable(db: Database, scope: MemberScope, id: string, input: JournalInput, except?: string) {
  return selectOwn(db, scope, id)
    .innerJoin('offer', 'offer.id', 'participation.offer_id')
    .where(sql<string>`${input.doneOn}::date`, '<=', todayAtPlace(scope.clock.now()))
    .where(sql<string>`${input.doneOn}::date`, '>=', (eb) =>
      eb
        .selectFrom('plan')
        .select(eb.fn.min('starts_on').as('starts_on'))
        .where('plan.participation_id', '=', id)
        .where('agreed_at', 'is not', null),
    )
    .where(dayHasRoom(db, id, input, except));
}

function dayHasRoom(db: Database, id: string, input: JournalInput, except: string | undefined): Expression<SqlBool> {
  const written = db
    .selectFrom('journal_entry as other')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('other.minutes'), sql<number>`0`).as('minutes'))
    .where('other.participation_id', '=', id)
    .where('other.done_on', '=', input.doneOn)
    .$if(except !== undefined, (q) => q.where('other.id', '<>', except ?? ''));
  return sql`(${written}) + ${input.minutes}::integer <= ${sql.lit(minutesPerDay)}`;
}

async function whyNot(scope: MemberScope, id: string, input: JournalInput): Promise<Problem> {
  const row = await readParticipation(scope, id);
  if (!partiesOf(scope.actor, row).includes('learner')) return new Problem('participation.not_found');
  if (row.state !== writable) return notWhile(row.state, scope);
  if (input.doneOn > row.today) return new Problem('journal.in_future', { today: row.today });
  const startsOn = row.plans
    .filter((plan) => plan.agreed_at !== null)
    .map((plan) => plan.starts_on)
    .toSorted()[0];
  if (startsOn !== undefined && input.doneOn < startsOn) return new Problem('journal.before_start', { startsOn });
  return new Problem('journal.day_full');
}

async function whyNotEntry(
  scope: MemberScope,
  id: string,
  entryId: string,
  version: number,
): Promise<Problem | undefined> {
  const entry = await findEntry(scope.db, id, entryId);
  if (!entry || !partiesOf(scope.actor, entry).includes('learner')) return new Problem('journal.not_found');
  if (entry.confirmed_at !== null) return new Problem('journal.confirmed');
  return entry.version === version ? undefined : new Problem('request.version_stale');
}

function written(input: JournalInput) {
  return { doneOn: input.doneOn, minutes: input.minutes };
}

function presentOwn(row: Omit<Parameters<typeof presentEntry>[0], 'confirmed_by_name'>): JournalEntryView {
  return presentEntry({ ...row, confirmed_by_name: null }, { writeJournal: true, confirmJournal: false });
}
