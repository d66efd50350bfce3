import { rmSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { pino } from 'pino';
import { carryOutRuns } from '../server/allocation/runner.ts';
import { loadConfig } from '../server/platform/config/config.ts';
import { inNetwork } from '../server/platform/database/database.ts';
import { openDatabase } from '../server/platform/database/open.ts';
import type { Services } from '../server/platform/scope.ts';
import { createScratchFolder } from '../server/testing/scratch-folder.ts';
import { fillWorld, network } from './product/world.ts';
import { addWaitingRun } from './run/large-round.ts';

/**
 * How long a run of 20,000 learners holds up the thread that answers requests: the longest delay of its event loop, and
 * how much of its processor time the run takes. Compared, in the same process, with doing nothing, and with a thread that
 * only counts: what that one delays is the scheduler's doing and not ours. Median of five; goal: at most 50 ms.
 */
const goalMs = 50;
const rounds = 5;
const large = { learners: 20_000, offers: 1_000, places: 18, wishes: 10 };
const dataFolder = createScratchFolder('bench-run-delay');

interface Delay {
  seconds: number;
  longestMs: number;
  p99Ms: number;
  /** Processor time of the thread that answers requests. */
  processorMs: number;
}

const config = loadConfig({ COLLEGIUM_DATA: dataFolder });
const database = await openDatabase(config);
const services: Services = {
  db: database.db,
  clock: { now: () => new Date() },
  config: { ...config, databaseUrl: database.url, secret: 'a secret for this measurement alone' },
  log: pino({ level: 'error' }, pino.destination(2)),
  signal: () => {},
};
try {
  await fillWorld(database, large.learners);
  const found: Record<'idle' | 'counting' | 'run', Delay[]> = { idle: [], counting: [], run: [] };
  for (let round = 0; round < rounds; round += 1) {
    await clear();
    await addWaitingRun(database, large);
    const run = await delayDuring(() => carryOutRuns(services, network.slug));
    found.run.push(run);
    found.idle.push(await delayDuring(() => sleep(run.seconds * 1_000)));
    found.counting.push(await delayDuring(() => count(run.seconds * 1_000)));
  }
  const rows = Object.entries(found).map(([what, delays]) => ({ what, ...medianOf(delays) }));
  const longest = medianOf(found.run).longestMs;
  const ratio = Math.round((longest / medianOf(found.counting).longestMs) * 100) / 100;
  if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'run-delay', goalMs, ratio, rows }));
  else console.table([...rows, { what: 'run / counting', longestMs: ratio }]);
  process.exitCode = longest <= goalMs ? 0 : 1;
} finally {
  await database.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

async function delayDuring(act: () => Promise<unknown>): Promise<Delay> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const [startedAt, processorAt] = [performance.now(), process.threadCpuUsage()];
  delay.enable();
  await act();
  delay.disable();
  const { user, system } = process.threadCpuUsage(processorAt);
  return {
    seconds: (performance.now() - startedAt) / 1_000,
    longestMs: delay.max / 1e6,
    p99Ms: delay.percentile(99) / 1e6,
    processorMs: (user + system) / 1_000,
  };
}

/** Keeps a thread of this process busy that shares nothing with it but the processor. */
async function count(ms: number): Promise<void> {
  const worker = new Worker('for (;;);', { eval: true });
  await sleep(ms);
  await worker.terminate();
}

async function clear(): Promise<void> {
  const tables = inNetwork(database.db, network.slug);
  for (const table of ['allocation', 'run', 'preference', 'application', 'round_offer', 'round', 'offer'] as const)
    await tables.deleteFrom(table).execute();
}

function medianOf(delays: readonly Delay[]): Delay {
  const median = (name: keyof Delay) => {
    const values = delays.map((delay) => delay[name]).toSorted((a, b) => a - b);
    return Math.round((values[Math.floor(values.length / 2)] ?? NaN) * 10) / 10;
  };
  return {
    seconds: median('seconds'),
    longestMs: median('longestMs'),
    p99Ms: median('p99Ms'),
    processorMs: median('processorMs'),
  };
}
