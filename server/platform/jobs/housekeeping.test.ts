import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testConfig } from '../../testing/config.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { createScratchFolder } from '../../testing/scratch-folder.ts';
import { ensureAccount } from '../auth/accounts.ts';
import { newId } from '../ids.ts';
import type { Services } from '../scope.ts';
import { housekeeping, kept } from './housekeeping.ts';

let database: TestDatabase;
let services: Services;
const now = new Date('2027-03-01T02:17:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  await db
    .insertInto('platform.network')
    .values({ slug: 'test', name: 'Test' })
    .onConflict((c) => c.doNothing())
    .execute();
  const config = testConfig({ dataFolder: createScratchFolder('housekeeping') });
  services = { db, config, clock: { now: () => now }, log: pino({ level: 'silent' }), signal: () => {} };
});
afterAll(async () => {
  await database.close();
  await rm(services.config.dataFolder, { recursive: true });
});

const tidy = () => housekeeping.run(services, {}, new AbortController().signal);

test('mail is forgotten a month after it was sent, never before', async () => {
  const mail = { to_address: 'a@example.org', body_text: '', body_html: '', created_at: now, next_attempt_at: now };
  const rows = [
    { ...mail, id: newId(), subject: 'sent long ago', sent_at: ago(kept.sentMail + 1) },
    { ...mail, id: newId(), subject: 'just sent', sent_at: ago(kept.sentMail) },
    { ...mail, id: newId(), subject: 'waiting for months', created_at: ago(5 * kept.sentMail) },
  ];
  await database.network.insertInto('mail').values(rows).execute();
  await tidy();
  const left = await database.network.selectFrom('mail').select('subject').orderBy('subject').execute();
  expect(left.map(({ subject }) => subject)).toEqual(['just sent', 'waiting for months']);
});

test('a sign-in goes when it has expired', async () => {
  const user_id = await ensureAccount(database.db, { name: 'Ada', email: 'ada@example.org' });
  const rows = [
    { id: newId(), user_id, token: 'over', expires_at: now },
    { id: newId(), user_id, token: 'standing', expires_at: new Date(now.getTime() + 1) },
  ];
  await database.db.insertInto('platform.sign_in').values(rows).execute();
  await tidy();
  expect(await database.db.selectFrom('platform.sign_in').select('token').execute()).toEqual([{ token: 'standing' }]);
});

test('an Idempotency-Key is honoured for a day', async () => {
  const key = { person_id: newId(), request_sha256: 'x' };
  const rows = [
    { ...key, key: 'old', created_at: ago(kept.idempotencyKey + 1) },
    { ...key, key: 'young', created_at: ago(kept.idempotencyKey) },
  ];
  await database.network.insertInto('idempotency_key').values(rows).execute();
  await tidy();
  expect(await database.network.selectFrom('idempotency_key').select('key').execute()).toEqual([{ key: 'young' }]);
});

test('what an upload left behind when its process died goes after a day', async () => {
  const folder = join(services.config.dataFolder, 'files', 'incoming');
  await mkdir(folder, { recursive: true });
  for (const [name, age] of [
    ['old', kept.draft + 1_000],
    ['young', 0],
  ] as const) {
    await writeFile(join(folder, name), 'half a file');
    await utimes(join(folder, name), ago(age), ago(age));
  }
  await tidy();
  expect(await readdir(folder)).toEqual(['young']);
});
