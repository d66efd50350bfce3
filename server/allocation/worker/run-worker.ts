import { parentPort, workerData } from 'node:worker_threads';
import { sql } from 'kysely';
import { connect, inNetwork, schemaOf, type Database } from '../../platform/database/database.ts';
import { RunStopped } from './hold-run.ts';
import { takeRun } from './take-run.ts';

/** What the thread is started with. `now` is the server's clock in epoch milliseconds. */
export interface WorkerData {
  databaseUrl: string;
  network: string;
  runId: string;
  now: number;
  /** One whole number: 1 asks the thread to end at its next step. */
  stop: Int32Array<SharedArrayBuffer>;
}

/** What the thread tells: the run that it has in hand, and how far it is. */
export interface Report {
  runId: string;
  percent: number;
}

/** The body of the thread: a connection of its own, so that reading, solving and storing block nobody's request. */
const { databaseUrl, network, runId, now, stop } = workerData as WorkerData;
const begun = performance.now();
const clock = () => new Date(now + performance.now() - begun);
const pool = connect(databaseUrl, { size: 1, applicationName: 'collegium run' });
const report = (told: Report) => {
  if (Atomics.load(stop, 0) === 1) throw new RunStopped();
  parentPort?.postMessage(told);
};
try {
  await pool.connection().execute(async (connection) => {
    await analyse(connection, ['offer', 'round_offer', 'round_learner', 'application', 'preference', 'ranking']);
    await takeRun(inNetwork(connection, network), runId, clock, report);
    await analyse(connection, ['allocation']);
  });
} finally {
  await pool.destroy();
}

/** A round is filled in bulk, and its tables are asked about before PostgreSQL counts them by itself. */
async function analyse(db: Database, tables: string[]): Promise<void> {
  for (const table of tables) await sql`analyze ${sql.id(schemaOf(network), table)}`.execute(db);
}
