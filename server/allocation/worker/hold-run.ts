import type { Database } from '../../platform/database/database.ts';

/** Somebody stopped the run while it was being carried out. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
}

/** Holds the run until the transaction ends, so that it is either stopped or has its result. Throws RunStopped. */
export async function holdRun(db: Database, runId: string): Promise<void> {
  const run = await db
    .selectFrom('run')
    .select('id')
    .where('id', '=', runId)
    .where('state', '=', 'running')
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (run === undefined) throw new RunStopped();
}
