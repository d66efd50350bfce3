import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { carryOutRun } from './carry-out-run.ts';
import { RunStopped } from './hold-run.ts';

/** A run that is interrupted this often does not end by trying again. */
const interruptionsAtMost = 3;

/**
 * Carries out a run unless another process has it in hand. Who has it is said by a lock that the database gives up when
 * that process dies; a run that was interrupted is superseded by one on the same frozen input.
 */
export async function takeRun(
  db: Database,
  runId: string,
  now: () => Date,
  report: (told: { runId: string; percent: number }) => void,
): Promise<void> {
  if (!(await lock(db, runId))) return;
  const run = await takeOver(db, runId, now());
  if (run === undefined) return;
  try {
    await carryOutRun({ db, run, now, onProgress: (percent) => report({ runId: run.id, percent }) });
  } catch (error) {
    if (error instanceof RunStopped) return;
    await db
      .updateTable('run')
      .set({ state: 'failed', error: error instanceof Error ? error.message : String(error), finished_at: now() })
      .where('id', '=', run.id)
      .where('state', '=', 'running')
      .execute();
    throw error;
  }
}

async function lock(db: Database, runId: string): Promise<boolean> {
  const { rows } = await sql<{ isMine: boolean }>`
    select pg_try_advisory_lock(hashtextextended(${runId}, 0)) as "isMine"`.execute(db);
  return rows[0]?.isMine === true;
}

/** The run to carry out: this one when it is fresh, its successor when it was interrupted; undefined when it is over. */
async function takeOver(db: Database, runId: string, now: Date) {
  const run = await db
    .selectFrom('run')
    .select(['id', 'round_id', 'number', 'method', 'input', 'input_sha256', 'started_by'])
    .where('id', '=', runId)
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (run === undefined) return undefined;
  if (run.input === null) return { id: run.id, roundId: run.round_id, number: run.number };
  const { count } = await db
    .selectFrom('run')
    .select(sql<number>`count(*)`.as('count'))
    .where('round_id', '=', run.round_id)
    .where('input_sha256', '=', run.input_sha256)
    .where('state', '=', 'superseded')
    .executeTakeFirstOrThrow();
  const isHopeless = count >= interruptionsAtMost;
  const next = { ...run, id: newId(), number: run.number + 1 };
  await db.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('run')
      .set({ state: isHopeless ? 'failed' : 'superseded', error: 'interrupted', finished_at: now })
      .where('id', '=', run.id)
      .execute();
    if (!isHopeless)
      await transaction
        .insertInto('run')
        .values({ ...next, state: 'running', started_at: now })
        .execute();
  });
  if (isHopeless || !(await lock(db, next.id))) return undefined;
  return { id: next.id, roundId: next.round_id, number: next.number };
}
