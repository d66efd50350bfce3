import { Worker } from 'node:worker_threads';
import { inNetwork } from '../platform/database/database.ts';
import type { Services } from '../platform/scope.ts';
import { listCancelled, listRunning, noteProgress } from './run-queries.ts';
import type { Report, WorkerData } from './worker/run-worker.ts';

/** The threads of this process, by the id of the run that they began with. */
export type Threads = Map<string, Thread>;

interface Thread {
  worker: Worker;
  network: string;
  /** The run in hand: the successor of an interrupted one, once it has it. */
  runId: string;
  stop: Int32Array<SharedArrayBuffer>;
  ended: Promise<void>;
}

/** Starts a thread for every run that waits, or whose process died; those that others have in hand are left alone. */
export async function startWaitingRuns(services: Services, networks: string[], threads: Threads): Promise<void> {
  for (const network of networks) {
    for (const runId of await listRunning(inNetwork(services.db, network))) {
      if (!threads.has(runId)) threads.set(runId, startThread(services, network, runId, threads));
    }
  }
}

/** Ends the threads whose run somebody stopped; what they had not stored yet is forgotten. */
export async function endCancelledRuns(services: Services, threads: Threads): Promise<void> {
  for (const network of new Set([...threads.values()].map((thread) => thread.network))) {
    const own = [...threads.values()].filter((thread) => thread.network === network);
    const cancelled = await listCancelled(
      inNetwork(services.db, network),
      own.map(({ runId }) => runId),
    );
    const stopped = own.filter(({ runId }) => cancelled.includes(runId));
    await Promise.all(stopped.map(end));
  }
}

/** Ends the threads of this process; their runs are taken up by whoever comes next. */
export async function stopThreads(threads: Threads): Promise<void> {
  await Promise.all([...threads.values()].map(end));
}

/**
 * Asks a thread to end, and ends it when it does not within its time. Ending one by force while it loads its modules
 * can take the whole process with it.
 */
async function end({ worker, stop, ended }: Thread): Promise<void> {
  Atomics.store(stop, 0, 1);
  const timer = setTimeout(() => void worker.terminate(), endWithinMs);
  await ended;
  clearTimeout(timer);
}

/** Carries out all waiting runs of a network and returns when they are finished. For tests and commands. */
export async function carryOutRuns(services: Services, network: string): Promise<void> {
  const threads: Threads = new Map();
  await startWaitingRuns(services, [network], threads);
  await Promise.all([...threads.values()].map(({ ended }) => ended));
}

/** The longest time between two steps of a thread: a large transaction or a large solve. */
const endWithinMs = 10_000;

/** Progress is written at most so often. */
const progressEveryMs = 400;

function startThread(services: Services, network: string, runId: string, threads: Threads): Thread {
  const { config, clock, db, log } = services;
  if (config.databaseUrl === undefined) throw new Error('A run needs the address of the database.');
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const workerData: WorkerData = { databaseUrl: config.databaseUrl, network, runId, now: clock.now().getTime(), stop };
  const worker = new Worker(new URL('./worker/run-worker.ts', import.meta.url), { workerData });
  let notedAt = 0;
  worker.on('message', ({ runId: inHand, percent }: Report) => {
    thread.runId = inHand;
    if (performance.now() - notedAt < progressEveryMs) return;
    notedAt = performance.now();
    noteProgress(inNetwork(db, network), inHand, percent).catch((error: unknown) =>
      log.warn({ err: error, runId: inHand }),
    );
  });
  const ended = new Promise<void>((resolve) => {
    worker.on('error', (error) => log.error({ err: error, runId }, 'a run failed'));
    worker.on('exit', () => {
      threads.delete(runId);
      resolve();
    });
  });
  const thread: Thread = { worker, network, runId, stop, ended };
  return thread;
}
