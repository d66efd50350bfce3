import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { TestApp } from './app.ts';

/**
 * Lets `second` begin while `first` has happened but is not committed yet, and commits only when `second` waits for it
 * or is done. What follows has happened in the one order that a race is about.
 */
export async function overtake<T>(
  world: TestApp,
  first: (network: Database) => Promise<unknown>,
  second: () => Promise<T>,
): Promise<T> {
  const transaction = await world.network.startTransaction().execute();
  try {
    await first(transaction);
    const progress = { isDone: false };
    const later = second().finally(() => (progress.isDone = true));
    while (!progress.isDone && !(await hasWaiting(world.db)))
      await new Promise((resolve) => void setTimeout(resolve, 5));
    await transaction.commit().execute();
    return await later;
  } catch (error) {
    if (!transaction.isCommitted) await transaction.rollback().execute();
    throw error;
  }
}

async function hasWaiting(db: Database): Promise<boolean> {
  const { rows } = await sql`select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return rows.length > 0;
}
