import { Worker } from 'node:worker_threads';
import { inNetwork } from '../platform/database/database.ts';
import type { Services } from '../platform/scope.ts';
import { listRunning, noteProgress } from './run-queries.ts';
import type { WorkerData } from './worker/run-worker.ts';

/** The threads of this process, by the id of their run. */
export type Threads = Map<string, { worker: Worker; ended: Promise<void> }>;

/** Starts a thread for every run that waits, or whose process died; those that others have in hand are left alone. */
export async function startWaitingRuns(services: Services, networks: string[], threads: Threads): Promise<void> {
  for (const network of networks) {
    for (const runId of await listRunning(inNetwork(services.db, network))) {
      if (!threads.has(runId)) threads.set(runId, startThread(services, network, runId, threads));
    }
  }
}

/** Ends the threads of this process; their runs are taken up by whoever comes next. */
export async function stopThreads(threads: Threads): Promise<void> {
  await Promise.all([...threads.values()].map(({ worker }) => worker.terminate()));
}

/** Carries out all waiting runs of a network and returns when they are finished. For tests and commands. */
export async function carryOutRuns(services: Services, network: string): Promise<void> {
  const threads: Threads = new Map();
  await startWaitingRuns(services, [network], threads);
  await Promise.all([...threads.values()].map(({ ended }) => ended));
}

/** Progress is written at most so often. */
const progressEveryMs = 400;

function startThread(services: Services, network: string, runId: string, threads: Threads) {
  const { config, clock, db, log } = services;
  if (config.databaseUrl === undefined) throw new Error('A run needs the address of the database.');
  const workerData: WorkerData = { databaseUrl: config.databaseUrl, network, runId, now: clock.now().getTime() };
  const worker = new Worker(new URL('./worker/run-worker.ts', import.meta.url), { workerData });
  let notedAt = 0;
  worker.on('message', (percent: number) => {
    if (performance.now() - notedAt < progressEveryMs) return;
    notedAt = performance.now();
    noteProgress(inNetwork(db, network), runId, percent).catch((error: unknown) => log.warn({ err: error, runId }));
  });
  const ended = new Promise<void>((resolve) => {
    worker.on('error', (error) => log.error({ err: error, runId }, 'a run failed'));
    worker.on('exit', () => {
      threads.delete(runId);
      resolve();
    });
  });
  return { worker, ended };
}
