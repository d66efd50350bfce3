import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalHash, type Problem, solve } from '@collegium/matching';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { pseudonymOf } from '../../server/allocation/pseudonym.ts';
import { addLargeRound } from '../../server/testing/large-round.ts';
import { queueMail } from '../../server/platform/mail/queue.ts';
import { sendDueMail } from '../../server/platform/mail/sender.ts';
import { createTestApp, type TestApp } from '../../server/testing/app.ts';
import { startSmtpServer, type TestSmtpServer } from '../../server/testing/smtp-server.ts';

const root = join(import.meta.dirname, '../..');
const learners = 6_000;
let world: TestApp;
let smtp: TestSmtpServer;
let folder: string;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  world = await createTestApp();
  smtp = await startSmtpServer();
  folder = mkdtempSync(join(tmpdir(), 'collegium-work-'));
});
afterEach(async () => {
  for (const worker of workers) await killHard(worker);
  smtp.stall.after = null;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await smtp.close();
  await world.close();
});

function environment() {
  return {
    DATABASE_URL: world.url,
    COLLEGIUM_DATA: folder,
    COLLEGIUM_URL: world.services.config.url,
    COLLEGIUM_SECRET: 'x'.repeat(32),
    SMTP_URL: smtp.url,
    MAIL_FROM: 'Collegium <no@example.org>',
    LOG_LEVEL: 'silent',
  };
}

/** A real `collegium work`, which looks for work at once. */
function startWorker(): ChildProcess {
  const env = { ...process.env, ...environment() };
  const worker = spawn(process.execPath, ['cli/collegium.ts', 'work'], { cwd: root, env, stdio: 'ignore' });
  workers.push(worker);
  return worker;
}

async function killHard(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = once(worker, 'exit');
  worker.kill('SIGKILL');
  await ended;
}

const now = () => new Date();
const until = (isSo: () => Promise<boolean> | boolean) => vi.waitUntil(isSo, { timeout: 90_000, interval: 8 });

function runsOf(roundId: string) {
  return world.network
    .selectFrom('run')
    .select(['id', 'number', 'state', 'input', 'input_sha256', 'progress', 'is_repeatable'])
    .where('round_id', '=', roundId)
    .orderBy('number')
    .execute();
}

/** Asks for a run of a closed round and kills the worker when the run stands as `isThere` says. */
async function killInRun(isThere: (run: Awaited<ReturnType<typeof runsOf>>[number]) => boolean) {
  const { coordinator, roundId } = await addLargeRound(world, { learners, offers: 300, wishes: 5 });
  const asked = await world.request(coordinator, 'POST', `/rounds/${roundId}/runs`);
  expect(asked.statusCode).toBe(202);
  const worker = startWorker();
  await until(async () => (await runsOf(roundId)).some(isThere));
  await killHard(worker);
  const [run] = await runsOf(roundId);
  expect(run).toMatchObject({ number: 1, state: 'running' });
  return { coordinator, roundId };
}

/** The result that is stored is what the engine gives on the stored input, for everybody and once. */
async function expectWholeResult(roundId: string): Promise<void> {
  const finished = (await runsOf(roundId)).filter(({ state }) => state === 'finished');
  expect(finished).toHaveLength(1);
  const [run] = finished;
  const problem = JSON.parse(run?.input ?? '') as Problem;
  expect(run).toMatchObject({ is_repeatable: true, progress: 100, input_sha256: canonicalHash(problem) });
  const { pseudonym_salt } = await world.network
    .selectFrom('round')
    .select('pseudonym_salt')
    .where('id', '=', roundId)
    .executeTakeFirstOrThrow();
  const stored = await world.network
    .selectFrom('allocation')
    .innerJoin('run', 'run.id', 'allocation.run_id')
    .select(['allocation.application_id', 'allocation.offer_id'])
    .where('run.round_id', '=', roundId)
    .execute();
  expect(stored).toHaveLength(learners);
  const given = stored.map((row) => [pseudonymOf(pseudonym_salt ?? '', row.application_id), row.offer_id]);
  expect(Object.fromEntries(given)).toEqual(solve(problem).allocation);
}

test('a run whose process is killed while it solves is done by another on the same frozen input, whole and once', async () => {
  const { coordinator, roundId } = await killInRun(({ input, state }) => input !== null && state === 'running');
  const [killed] = await runsOf(roundId);
  await world.network.deleteFrom('preference').where('rank', '=', 1).execute();
  startWorker();
  await until(async () => (await runsOf(roundId)).some(({ state }) => state === 'finished'));
  expect(await runsOf(roundId)).toMatchObject([
    { number: 1, state: 'superseded', input_sha256: killed?.input_sha256 },
    { number: 2, state: 'finished', input_sha256: killed?.input_sha256 },
  ]);
  await expectWholeResult(roundId);
  const round = await world.request(coordinator, 'GET', `/rounds/${roundId}`);
  expect(round.json()).toMatchObject({ state: 'review', run: { number: 2, state: 'finished' } });
}, 240_000);

test('a run whose process is killed before its input is frozen is taken up as if nothing had been', async () => {
  const { roundId } = await killInRun(() => true);
  startWorker();
  await until(async () => (await runsOf(roundId)).some(({ state }) => state === 'finished'));
  await expectWholeResult(roundId);
}, 240_000);

const mail = { subject: 'You have a place', text: 'Port logistics', html: '<p>Port logistics</p>' };

/** Queues a mail and kills the worker that is in the middle of sending it; another sends what is due a minute later. */
async function killWhileSending(to: string, stall: 'recipient' | 'mail') {
  smtp.stall.after = stall;
  await queueMail({ db: world.network, clock: { now } }, { ...mail, to });
  const worker = startWorker();
  await until(() => (stall === 'mail' ? receivedBy(to).length > 0 : smtp.named.includes(to)));
  await killHard(worker);
  smtp.stall.after = null;
  expect(await mailTo(to)).toMatchObject({ sent_at: null, failed_at: null, body_text: mail.text });
  const config = { ...world.services.config, smtpUrl: smtp.url, mailFrom: 'no@example.org' };
  const early = { ...world.services, config, clock: { now } };
  await sendDueMail(early);
  expect(await mailTo(to)).toMatchObject({ sent_at: null });
  await sendDueMail({ ...early, clock: { now: () => new Date(Date.now() + 61_000) } });
  expect(await mailTo(to)).toMatchObject({ sent_at: expect.any(Date), failed_at: null, body_text: '' });
  return receivedBy(to);
}

const receivedBy = (address: string) => smtp.received.filter(({ to }) => to.includes(address));
const mailTo = (address: string) =>
  world.network.selectFrom('mail').selectAll().where('to_address', '=', address).executeTakeFirstOrThrow();
const messageIdOf = ({ raw }: { raw: string }) => /^Message-ID: (.+)$/im.exec(raw)?.[1];

test('a mail whose sender is killed before the mail server has it arrives once', async () => {
  expect(await killWhileSending('ada@example.org', 'recipient')).toHaveLength(1);
}, 120_000);

test('a mail whose sender is killed before it hears the answer comes again, under the same Message-ID', async () => {
  const [first, second, third] = await killWhileSending('ben@example.org', 'mail');
  expect(messageIdOf(first ?? { raw: '' })).toMatch(/^<.+>/);
  expect(messageIdOf(second ?? { raw: '' })).toBe(messageIdOf(first ?? { raw: '' }));
  expect(third).toBeUndefined();
}, 120_000);
