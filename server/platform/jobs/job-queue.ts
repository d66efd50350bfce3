import type { Job, PgBoss } from 'pg-boss';
import type { Running } from '../events/loop.ts';
import { newId } from '../ids.ts';
import type { Services } from '../scope.ts';
import type { JobDefinition } from './job.ts';

export interface JobQueueOptions {
  services: Services;
  /** Of the database; the queue keeps two connections of its own. */
  url: string;
  jobs: readonly JobDefinition[];
  /** Left to the rest of the server to start in, before the queue is opened. */
  delayMs?: number;
}

export interface JobQueue extends Running {
  /**
   * Puts a job in the queue. While one with the same `singletonKey` waits or runs, nothing is added.
   * Returns whether it was added.
   */
  enqueue: (name: string, data: object, options?: { singletonKey?: string }) => Promise<boolean>;
  /** Resolves when the queue has been opened; before that, jobs only wait. */
  opened: Promise<void>;
}

/** What becomes of a job that fails: tried again after 5 s, 10 s, 20 s … at most 10 minutes apart, in all six times. */
const retries = { retryLimit: 5, retryDelay: 5, retryBackoff: true, retryDelayMax: 600 };

/** Without a sign of life for so long, a job's process is taken for dead and the job is run elsewhere. */
const heartbeatSeconds = 30;

/**
 * Runs jobs, in the schema `jobs` of the database, any number of processes together. Opens in the background, so that
 * nobody who starts a server waits for it, and keeps trying while the database is away.
 */
export function startJobQueue({ services, url, jobs, delayMs = 0 }: JobQueueOptions): JobQueue {
  const stopping = new AbortController();
  const opening = pause(delayMs, stopping.signal).then(() => open(url, services, stopping.signal));
  const opened = attendWhenOpen(opening, services, jobs);
  opened.catch((error: unknown) => services.log.error({ err: error }, 'the job queue could not be opened'));
  return {
    opened,
    async enqueue(name, data, { singletonKey = newId() } = {}) {
      await opened;
      const boss = await opening;
      return (await boss?.send(name, data, { singletonKey })) != null;
    },
    async stop() {
      stopping.abort();
      await opened.catch(() => {});
      const boss = await opening.catch(() => undefined);
      await boss?.stop({ graceful: true, timeout: 5_000 });
    },
  };
}

async function open(url: string, { log }: Services, stop: AbortSignal): Promise<PgBoss | undefined> {
  const library = await import('pg-boss');
  for (let pauseMs = 1_000; !stop.aborted; pauseMs = Math.min(pauseMs * 2, 30_000)) {
    const boss = new library.PgBoss({
      connectionString: url,
      application_name: 'collegium jobs',
      schema: 'jobs',
      max: 2,
      superviseIntervalSeconds: heartbeatSeconds,
    });
    boss.on('error', (error) => log.warn({ err: error }, 'the job queue had a setback and goes on'));
    try {
      return await boss.start();
    } catch (error) {
      log.error({ err: error }, 'the job queue could not be opened and will be tried again');
      await pause(pauseMs, stop);
    }
  }
  return undefined;
}

async function attendWhenOpen(
  opening: Promise<PgBoss | undefined>,
  services: Services,
  jobs: readonly JobDefinition[],
): Promise<void> {
  const boss = await opening;
  if (boss) await attend(boss, services, jobs);
}

async function attend(boss: PgBoss, services: Services, jobs: readonly JobDefinition[]): Promise<void> {
  for (const job of jobs) {
    const { name, every, expireInSeconds = 900 } = job;
    // Exclusive: one per key waits or runs. A scheduled job has no key, so at most one of it exists at all.
    const limits = { expireInSeconds, heartbeatSeconds, ...retries };
    await boss.createQueue(name, { policy: 'exclusive', ...limits });
    await boss.updateQueue(name, { expireInSeconds, ...retries });
    if (every !== undefined) await boss.schedule(name, every, {}, { tz: 'UTC', missed: 'once' });
    await boss.work(name, { pollingIntervalSeconds: every === undefined ? 1 : 5 }, (taken: Job[]) =>
      runAll(job, taken, services),
    );
  }
  const scheduled = new Set(jobs.filter(({ every }) => every !== undefined).map(({ name }) => name));
  for (const { name } of await boss.getSchedules()) if (!scheduled.has(name)) await boss.unschedule(name);
}

async function runAll(job: JobDefinition, taken: Job[], services: Services): Promise<void> {
  for (const { id, data, retryCount, signal } of taken) {
    const log = services.log.child({ job: job.name, jobId: id, retryCount });
    try {
      await job.run({ ...services, log }, data, signal);
    } catch (error) {
      log.error({ err: error }, 'a job failed and will be tried again');
      throw error;
    }
  }
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stop.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
