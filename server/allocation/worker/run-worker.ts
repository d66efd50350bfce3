import { parentPort, workerData } from 'node:worker_threads';
import { connect, inNetwork } from '../../platform/database/database.ts';
import { takeRun } from './take-run.ts';

/** What the thread is started with. `now` is the server's clock in epoch milliseconds. */
export interface WorkerData {
  databaseUrl: string;
  network: string;
  runId: string;
  now: number;
}

/** The body of the thread: a connection of its own, so that reading, solving and storing block nobody's request. */
const { databaseUrl, network, runId, now } = workerData as WorkerData;
const begun = performance.now();
const clock = () => new Date(now + performance.now() - begun);
const pool = connect(databaseUrl, { size: 1, applicationName: 'collegium run' });
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin, unlike a window
const report = (percent: number) => parentPort?.postMessage(percent);
try {
  await pool.connection().execute((connection) => takeRun(inNetwork(connection, network), runId, clock, report));
} finally {
  await pool.destroy();
}
