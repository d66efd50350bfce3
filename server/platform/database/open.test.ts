import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { createScratchFolder } from '../../testing/scratch-folder.ts';
import { loadConfig } from '../config/config.ts';
import { findPostmaster, isRunning } from './embedded/postmaster.ts';
import { openDatabase, type OpenDatabase } from './open.ts';

let folder: string;
let opened: OpenDatabase[] = [];

beforeEach(() => {
  folder = createScratchFolder('open');
});

afterEach(async () => {
  for (const database of opened) await database.close();
  opened = [];
  rmSync(folder, { recursive: true, force: true });
});

async function open(dataFolder = folder, isServer = false, onLost?: () => void): Promise<OpenDatabase> {
  const config = loadConfig({ COLLEGIUM_DATA: dataFolder });
  const database = await openDatabase(config, { isServer, ...(onLost && { onLost }) });
  opened.push(database);
  return database;
}

async function close(database: OpenDatabase): Promise<void> {
  opened = opened.filter((other) => other !== database);
  await database.close();
}

function postmasterOf(dataFolder: string): number {
  const postmaster = findPostmaster(join(dataFolder, 'postgres'));
  if (postmaster === undefined) throw new Error(`nothing runs on ${dataFolder}`);
  return postmaster.pid;
}

async function remember(database: OpenDatabase, text: string): Promise<void> {
  await sql`create table if not exists memory (text text)`.execute(database.db);
  await sql`insert into memory values (${text})`.execute(database.db);
}

async function recall(database: OpenDatabase): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`select text from memory order by text`.execute(database.db);
  return rows.map((row) => row.text);
}

test('the last process to leave stops the server, not the one that started it', async () => {
  const first = await open();
  const second = await open();
  const pid = postmasterOf(folder);
  await remember(second, 'kept');
  await close(first);
  expect(isRunning(pid)).toBe(true);
  expect(await recall(second)).toEqual(['kept']);
  await close(second);
  expect(isRunning(pid)).toBe(false);
});

test('a second server on one data folder is refused in one sentence', async () => {
  await open(folder, true);
  await expect(open(folder, true)).rejects.toThrow(/^Another Collegium server already runs on .*; stop it, or give/);
});

test('a server that was killed is recovered, and its leftover lock is no obstacle', async () => {
  const before = await open(folder, true);
  await remember(before, 'acknowledged');
  const lost = postmasterOf(folder);
  process.kill(lost, 'SIGKILL');
  const after = await open(folder);
  expect(await recall(after)).toEqual(['acknowledged']);
  expect(postmasterOf(folder)).not.toBe(lost);
});

test('a lock file whose number belongs to another program now is no obstacle', async () => {
  const before = await open();
  const lines = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8');
  await remember(before, 'kept');
  await close(before);
  writeFileSync(join(folder, 'postgres/postmaster.pid'), lines.replace(/^\d+/, String(process.ppid)));
  expect(await recall(await open())).toEqual(['kept']);
});

test('whoever uses an embedded server that ends is told', async () => {
  const { promise: lost, resolve } = Promise.withResolvers<string>();
  await open(folder, true, () => resolve('lost'));
  process.kill(postmasterOf(folder), 'SIGKILL');
  expect(await lost).toBe('lost');
});

test('a data folder with a very long path works although sockets have short ones', async () => {
  const long = join(folder, 'x'.repeat(120));
  mkdirSync(long);
  const database = await open(long);
  await remember(database, 'kept');
  expect(await recall(database)).toEqual(['kept']);
  await close(database);
  rmSync(decodeURIComponent(database.url.split('host=')[1] ?? ''), { recursive: true });
});

test('several processes that start at once on a new folder share one server', async () => {
  const [first, , third] = await Promise.all([open(), open(), open()]);
  await remember(first, 'shared');
  expect(await recall(third)).toEqual(['shared']);
});

test('DATABASE_URL is used as it is', async () => {
  const databaseUrl = inject('databaseServerUrl');
  const database = await openDatabase(loadConfig({ DATABASE_URL: databaseUrl }));
  opened.push(database);
  expect(database).toMatchObject({ url: databaseUrl, isEmbedded: false });
  expect(database.replica).toBeUndefined();
});

test('a database that cannot be reached is named in one sentence', async () => {
  const opening = openDatabase(loadConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }));
  await expect(opening).rejects.toThrow('The database cannot be reached: connect ECONNREFUSED 127.0.0.1:1.');
});
