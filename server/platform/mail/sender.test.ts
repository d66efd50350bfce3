import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { testConfig } from '../../testing/config.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { startSmtpServer, type TestSmtpServer } from '../../testing/smtp-server.ts';
import type { Config } from '../config/config.ts';
import { createSignal } from '../events/signal.ts';
import * as queries from './queries.ts';
import { queueMail, queueMails } from './queue.ts';
import { pausesMs, mostAttempts } from './schedule.ts';
import { sendDueMail, startMailSender } from './sender.ts';

const minute = 60_000;
const mail = { subject: 'You have a place', text: 'Port logistics', html: '<p>Port logistics</p>' };
const log = pino({ level: 'silent' });

let database: TestDatabase;
let smtp: TestSmtpServer;
let now: Date;
const clock = { now: () => now };

beforeAll(async () => {
  database = await createTestDatabase();
  const network = { slug: 'test', name: 'Test' };
  const { db } = database;
  await db
    .insertInto('platform.network')
    .values(network)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
});
afterAll(() => database.close());
beforeEach(async () => {
  now = new Date('2027-03-01T12:00:00Z');
  await database.network.deleteFrom('mail').execute();
  smtp = await startSmtpServer();
  return smtp.close;
});

function services(config: Partial<Config> = {}) {
  return {
    db: database.db,
    clock,
    log,
    config: testConfig({ smtpUrl: smtp.url, mailFrom: 'no@example.org', ...config }),
  };
}

const scope = () => ({ db: database.network, clock });
const send = () => sendDueMail(services());
const onlyMail = () => database.network.selectFrom('mail').selectAll().executeTakeFirstOrThrow();
const later = (ms: number) => (now = new Date(now.getTime() + ms));
const headers = (raw: string) => raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n\s+/g, ' ');

test('queued mail arrives, from the configured sender, under the Message-ID of its row', async () => {
  await queueMail(scope(), {
    ...mail,
    to: 'ada@example.org',
    unsubscribeUrl: 'https://collegium.example/sample/settings',
  });
  const { id } = await onlyMail();
  await send();
  const [received] = smtp.received;
  expect(received).toMatchObject({ from: 'no@example.org', to: ['ada@example.org'] });
  expect(headers(received!.raw)).toContain(`Message-ID: <${id}@127.0.0.1>`);
  expect(headers(received!.raw)).toContain('List-Unsubscribe: <https://collegium.example/sample/settings>');
  expect(received!.raw).toContain('Port logistics');
});

test('a mail is sent once, and what it said is forgotten then', async () => {
  await queueMail(scope(), { ...mail, to: 'ada@example.org' });
  await send();
  later(48 * 60 * minute);
  await send();
  expect(smtp.received).toHaveLength(1);
  expect(await onlyMail()).toMatchObject({ sent_at: new Date('2027-03-01T12:00:00Z'), body_text: '', body_html: '' });
});

test('an invitation goes beside the words, in the form that calendar programs act on, and is forgotten then', async () => {
  const text = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
  await queueMail(scope(), { ...mail, to: 'ada@example.org', calendar: { method: 'REQUEST', text } });
  await send();
  const raw = smtp.received[0]?.raw ?? '';
  expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
  expect(raw).toContain(Buffer.from(text).toString('base64').slice(0, 40));
  expect(await onlyMail()).toMatchObject({ calendar_text: null });
});

test('a mail of a transaction that is undone is never sent', async () => {
  const undone = database.network.transaction().execute(async (db) => {
    await queueMail({ db, clock }, { ...mail, to: 'ada@example.org' });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await send();
  expect(smtp.received).toEqual([]);
});

test('with the mail server down nothing is lost, however long, and it goes out within a minute of its return', async () => {
  const port = Number(new URL(smtp.url).port);
  await smtp.close();
  await queueMail(scope(), { ...mail, to: 'ada@example.org' });
  for (let attempt = 0; attempt < mostAttempts + 3; attempt += 1) {
    await expect(send()).rejects.toThrow('cannot be reached');
    later(minute);
  }
  expect(await onlyMail()).toMatchObject({ sent_at: null, failed_at: null });
  smtp = await startSmtpServer(port);
  await send();
  expect(smtp.received).toHaveLength(1);
  await smtp.close();
});

test('a sender killed after sending sends again under the same Message-ID', async () => {
  await queueMail(scope(), { ...mail, to: 'ada@example.org' });
  const [claimed] = await queries.claimMails(database.network, { now, limit: 4, pausesMs });
  await send();
  expect(smtp.received).toHaveLength(0);
  later(minute);
  await send();
  expect(headers(smtp.received[0]!.raw)).toContain(claimed!.id);
});

test('an address that the server will never take fails at once, with the reason', async () => {
  smtp.refusals['gone@example.org'] = 550;
  await queueMail(scope(), { ...mail, to: 'gone@example.org' });
  await send();
  const { failed_at, last_error } = await onlyMail();
  expect(failed_at).toEqual(now);
  expect(last_error).toContain('550');
});

test('a mail that the server puts off is tried again with growing pauses, then fails', async () => {
  smtp.refusals['busy@example.org'] = 450;
  await queueMail(scope(), { ...mail, to: 'busy@example.org' });
  for (const pause of pausesMs) {
    await send();
    expect(await onlyMail()).toMatchObject({ failed_at: null, next_attempt_at: new Date(now.getTime() + pause) });
    later(pause);
  }
  await send();
  expect(await onlyMail()).toMatchObject({ failed_at: now, attempts: mostAttempts });
});

test('one refused mail does not hold up the next', async () => {
  smtp.refusals['gone@example.org'] = 550;
  await queueMails(scope(), [
    { ...mail, to: 'gone@example.org' },
    { ...mail, to: 'ada@example.org' },
  ]);
  await send();
  expect(smtp.received.map(({ to }) => to)).toEqual([['ada@example.org']]);
});

test('several senders share the work and send nothing twice', async () => {
  const people = Array.from({ length: 30 }, (_, number) => `person-${number}@example.org`);
  await queueMails(
    scope(),
    people.map((to) => ({ ...mail, to })),
  );
  await Promise.all([send(), send(), send()]);
  expect(smtp.received.flatMap(({ to }) => to).sort()).toEqual(people.sort());
});

test.each([
  ['ada@example.org\r\nBcc: all@example.org', 'hello'],
  ['ada@example.org, all@example.org', 'hello'],
  ['"x" <ada@example.org>', 'hello'],
  ['nobody', 'hello'],
])('%j is not an address: kept as failed, sent to nobody', async (to, subject) => {
  await queueMail(scope(), { ...mail, to, subject });
  await send();
  expect(smtp.received).toEqual([]);
  expect(await onlyMail()).toMatchObject({ failed_at: now, last_error: 'This is not a mail address.' });
});

test('a subject cannot bring a header along', async () => {
  await queueMail(scope(), { ...mail, to: 'ada@example.org', subject: 'Hello\r\nBcc: all@example.org' });
  await send();
  expect(smtp.received[0]!.to).toEqual(['ada@example.org']);
  expect(headers(smtp.received[0]!.raw)).toContain('Subject: Hello Bcc: all@example.org');
});

test('without a mail server, mail is written where people can read it', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'collegium-outbox-'));
  await queueMail(scope(), { ...mail, to: 'ada@example.org', subject: '您获得了名额' });
  await sendDueMail(services({ smtpUrl: undefined, dataFolder }));
  const files = await readdir(join(dataFolder, 'outbox'));
  expect(new Set(files.map((file) => extname(file)))).toEqual(new Set(['.eml', '.html']));
  const page = await readFile(
    join(
      dataFolder,
      'outbox',
      files.find((file) => file.endsWith('.html'))!,
    ),
    'utf8',
  );
  expect(page).toBe(mail.html);
  expect((await onlyMail()).sent_at).toEqual(now);
  await rm(dataFolder, { recursive: true });
});

test('a signal sends at once', async () => {
  const signal = createSignal();
  const sender = startMailSender({ services: services(), signal });
  await new Promise((resolve) => setTimeout(resolve, 150));
  await queueMail(scope(), { ...mail, to: 'ada@example.org' });
  signal.fire();
  await vi.waitFor(() => expect(smtp.received).toHaveLength(1), { timeout: 700, interval: 5 });
  await sender.stop();
});
