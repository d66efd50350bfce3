import { sql } from 'kysely';
import { type Database, type DatabaseTransaction, inNetwork } from '../database/database.ts';
import type { NetworkRow } from '../networks.ts';
import type { AuditEventRow, SubscriptionIndex } from './subscription.ts';

/** Those of `networks` with events that nobody has heard yet: one round trip however many networks there are. */
export async function listNetworksWithEvents(db: Database, networks: NetworkRow[]): Promise<NetworkRow[]> {
  if (networks.length === 0) return [];
  const parts = networks.map(({ slug }) => {
    const pending = inNetwork(db, slug).selectFrom('audit_event').select('id').where('dispatched_at', 'is', null);
    return sql`select ${sql.lit(slug)} as slug where exists (${pending})`;
  });
  const { rows } = await sql<{ slug: string }>`${sql.join(parts, sql` union all `)}`.execute(db);
  const slugs = new Set(rows.map(({ slug }) => slug));
  return networks.filter(({ slug }) => slugs.has(slug));
}

/** Ticks off events that nobody subscribes to, at most 10,000 at a time; tells how many. */
export async function tickOffUnheard(network: Database, heard: SubscriptionIndex, at: Date): Promise<number> {
  const unheard = network
    .selectFrom('audit_event')
    .select('id')
    .where('dispatched_at', 'is', null)
    .where((eb) => eb.not(eb('action', '=', sql<string>`any(${heard.actions}::text[])`)))
    .where(sql<boolean>`not split_part(action, '.', 1) = any(${heard.nouns}::text[])`)
    .limit(10_000)
    .forUpdate()
    .skipLocked();
  const { numUpdatedRows } = await network
    .updateTable('audit_event')
    .set({ dispatched_at: at })
    .where('id', 'in', unheard)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** The oldest events that are due and that no other process holds; locked until the transaction ends. */
export async function claimEvents(
  transaction: DatabaseTransaction,
  excludedIds: readonly string[],
  most: number,
): Promise<AuditEventRow[]> {
  return transaction
    .selectFrom('audit_event')
    .selectAll()
    .where('dispatched_at', 'is', null)
    .where(sql<boolean>`id <> all(${excludedIds}::uuid[])`)
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Carries out `act` within the transaction; what it throws undoes only what it did, and is returned. */
export async function attempt(transaction: DatabaseTransaction, act: () => Promise<void>): Promise<unknown> {
  await sql`savepoint attempt`.execute(transaction);
  try {
    await act();
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(transaction);
    return error ?? new Error('Something was thrown that is nothing.');
  }
  await sql`release savepoint attempt`.execute(transaction);
  return undefined;
}

/** Notes that all subscribers have heard of the events. */
export async function tickOff(transaction: DatabaseTransaction, ids: readonly string[], at: Date): Promise<void> {
  await transaction
    .updateTable('audit_event')
    .set({ dispatched_at: at })
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
}
