import { Client, type QueryResultRow } from 'pg';
import { PgBoss } from 'pg-boss';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { testConfig } from '../../testing/config.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import type { Services } from '../scope.ts';
import type { JobDefinition } from './job.ts';
import { type JobQueue, startJobQueue } from './job-queue.ts';

let database: TestDatabase;
let services: Services;
const queues: JobQueue[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const clock = { now: () => new Date() };
  services = { db: database.db, config: testConfig(), clock, log: pino({ level: 'silent' }), signal: () => {} };
});
afterEach(() => Promise.all(queues.splice(0).map((queue) => queue.stop())));
afterAll(() => database.close());

function start(...jobs: JobDefinition[]): JobQueue {
  const queue = startJobQueue({ services, url: database.url, jobs });
  queues.push(queue);
  return queue;
}
const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

async function query<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<Row>(text, values);
  await client.end();
  return rows;
}

const nothing = async () => {};
const schedules = () => query<{ name: string; cron: string }>('select name, cron from jobs.schedule');

test('a job runs with its data, once, whichever process takes it', async () => {
  const run = vi.fn<JobDefinition['run']>(async () => {});
  const [queue] = [start({ name: 'round.run', run }), start({ name: 'round.run', run })];
  expect(await queue.enqueue('round.run', { roundId: 'r1' })).toBe(true);
  await eventually(() => expect(run).toHaveBeenCalledTimes(1));
  expect(run.mock.calls[0]![1]).toEqual({ roundId: 'r1' });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(run).toHaveBeenCalledTimes(1);
});

test('while a job with the same key waits or runs, nothing is added', async () => {
  const gate = Promise.withResolvers<void>();
  const run = vi.fn<JobDefinition['run']>(() => gate.promise);
  const queue = start({ name: 'report.made', run });
  expect(await queue.enqueue('report.made', {}, { singletonKey: 'a' })).toBe(true);
  expect(await queue.enqueue('report.made', {}, { singletonKey: 'a' })).toBe(false);
  await eventually(() => expect(run).toHaveBeenCalledTimes(1));
  expect(await queue.enqueue('report.made', {}, { singletonKey: 'a' })).toBe(false);
  expect(await queue.enqueue('report.made', {}, { singletonKey: 'b' })).toBe(true);
  gate.resolve();
  await eventually(() => expect(run).toHaveBeenCalledTimes(2));
});

test('a job that fails is tried again', async () => {
  let tries = 0;
  const queue = start({
    name: 'offer.indexed',
    run: async () => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
    },
  });
  await queue.enqueue('offer.indexed', {});
  await eventually(() => expect(tries).toBe(1));
  await query(`update jobs.job set start_after = now() where name = 'offer.indexed' and state = 'retry'`);
  await eventually(async () => {
    await query(`update jobs.job set start_after = now() where name = 'offer.indexed' and state = 'retry'`);
    expect(tries).toBe(2);
  });
});

test('a job is on the schedule as long as it is defined', async () => {
  await start({ name: 'round.close_due', every: '* * * * *', run: nothing }).opened;
  expect(await schedules()).toEqual([{ name: 'round.close_due', cron: '* * * * *' }]);
  await start({ name: 'round.close_due', run: nothing }).opened;
  expect(await schedules()).toEqual([]);
});

test('while the database is away the queue keeps trying, and stops when told to', async () => {
  const queue = startJobQueue({ services, url: 'postgres://127.0.0.1:1/none', jobs: [] });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await expect(queue.stop()).resolves.toBeUndefined();
});

test('a job whose process was killed is run again by another', async () => {
  const run = vi.fn<JobDefinition['run']>(async () => {});
  const queue = start({ name: 'run.computed', run: nothing });
  await queue.opened;
  await queue.stop();
  const boss = new PgBoss({ connectionString: database.url, schema: 'jobs', max: 2, schedule: false });
  await boss.start();
  await boss.send('run.computed', {}, { retryDelay: 0, retryBackoff: false });
  expect(await boss.fetch('run.computed')).toHaveLength(1);
  await query(`update jobs.job set heartbeat_on = now() - interval '1 minute' where name = 'run.computed'`);
  await boss.supervise('run.computed');
  await boss.stop();
  start({ name: 'run.computed', run });
  await eventually(() => expect(run).toHaveBeenCalledTimes(1));
});
