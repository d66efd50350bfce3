import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';

/** Applications of the round whose learner has no score. */
export function unscored(db: Database, roundId: string) {
  return db
    .selectFrom('application')
    .leftJoin('round_learner', (join) =>
      join
        .onRef('round_learner.membership_id', '=', 'application.membership_id')
        .onRef('round_learner.round_id', '=', 'application.round_id'),
    )
    .select('application.id')
    .where('application.round_id', '=', roundId)
    .where('application.state', '=', 'submitted')
    .where('round_learner.score', 'is', null);
}

/** Runs that wait for a worker or that one has in hand. */
export async function listRunning(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('run').select('id').where('state', '=', 'running').orderBy('started_at').execute();
  return rows.map(({ id }) => id);
}

/** Notes how far a run is, in percent. */
export async function noteProgress(db: Database, runId: string, progress: number): Promise<void> {
  await db.updateTable('run').set({ progress }).where('id', '=', runId).where('state', '=', 'running').execute();
}

/** Which of these runs somebody stopped. */
export async function listCancelled(db: Database, runIds: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('run')
    .select('id')
    .where('id', '=', sql<string>`any(${runIds}::uuid[])`)
    .where('state', '=', 'cancelled')
    .execute();
  return rows.map(({ id }) => id);
}
