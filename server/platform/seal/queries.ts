import { type ExpressionBuilder, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { SealableEvent } from './event-leaf.ts';

const atMicroseconds = sql<number>`(extract(epoch from audit_event.at) * 1000000)::bigint`;
const eventColumns = [
  'audit_event.account_id',
  'audit_event.person_id',
  'audit_event.membership_id',
  'audit_event.organisation_id',
  'audit_event.action',
  'audit_event.object_type',
  'audit_event.object_id',
  'audit_event.reason',
  'audit_event.details',
  'audit_event.request_id',
] as const;

const isLeaf = (eb: ExpressionBuilder<Tables, 'audit_event'>) =>
  eb.exists(eb.selectFrom('audit_leaf').select('position').whereRef('event_id', '=', 'audit_event.id'));

/**
 * Events that are no leaf yet, the earliest ids first. Reads the index of those alone, and passes over a leaf whose tick
 * somebody took away: it would stop the sealing of everything that comes after it.
 */
export function listUnsealed(db: Database, limit: number): Promise<SealableEvent[]> {
  return db
    .selectFrom('audit_event')
    .select(['audit_event.id', atMicroseconds.as('at_us'), ...eventColumns])
    .where('sealed_at', 'is', null)
    .where((eb) => eb.not(isLeaf(eb)))
    .orderBy('audit_event.id')
    .limit(limit)
    .execute();
}

export function findLastCheckpoint(db: Database) {
  return db.selectFrom('audit_checkpoint').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst();
}

export function listCheckpoints(db: Database) {
  return db.selectFrom('audit_checkpoint').selectAll().orderBy('size').execute();
}

export function listKeys(db: Database) {
  return db.selectFrom('seal_key').selectAll().execute();
}

/** Makes events the leaves from `first` on. Fails on audit_leaf_pkey when somebody else did that at the same time. */
export async function insertLeaves(
  db: Database,
  { first, eventIds, hashes, now }: { first: number; eventIds: string[]; hashes: Buffer[]; now: Date },
): Promise<void> {
  await db
    .with('leaf', (query) =>
      query
        .insertInto('audit_leaf')
        .columns(['position', 'event_id', 'hash'])
        .expression(
          db
            .selectFrom(
              sql<{ event_id: string; hash: Buffer; ordinal: number }>`unnest(${eventIds}::uuid[], ${hashes}::bytea[])
                with ordinality`.as<'incoming'>(sql`incoming (event_id, hash, ordinal)`),
            )
            .select([sql<number>`${first}::bigint + ordinal - 1`.as('position'), 'event_id', 'hash']),
        ),
    )
    .updateTable('audit_event')
    .set({ sealed_at: now })
    .where('id', '=', sql<string>`any(${eventIds}::uuid[])`)
    .execute();
}

/** Leaves of `length` positions, each with its event as it is now; an event that is gone has no `action`. */
export function listLeaves(db: Database, from: number, length: number) {
  return db
    .selectFrom('audit_leaf')
    .leftJoin('audit_event', 'audit_event.id', 'audit_leaf.event_id')
    .select(['position', 'audit_leaf.event_id as id', 'hash', atMicroseconds.as('at_us'), ...eventColumns])
    .where('position', '>=', from)
    .where('position', '<', from + length)
    .orderBy('position')
    .execute();
}

/** The highest position; -1 when there is no leaf. */
export async function lastPosition(db: Database): Promise<number> {
  const row = await db
    .selectFrom('audit_leaf')
    .select('position')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.position ?? -1;
}

/** Events that pretend to be sealed and are no leaf: somebody slipped them in. */
export function listSlippedIn(db: Database, limit: number) {
  return db
    .selectFrom('audit_event')
    .select(['id', 'action', 'at'])
    .where('sealed_at', 'is not', null)
    .where((eb) => eb.not(isLeaf(eb)))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Leaves that pretend to be none: somebody took away the tick that they were sealed. */
export function listUnticked(db: Database, limit: number) {
  return db
    .selectFrom('audit_event')
    .select(['id', 'action', 'at'])
    .where('sealed_at', 'is', null)
    .where(isLeaf)
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function countUnsealed(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('audit_event')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('sealed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
