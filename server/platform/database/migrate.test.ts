import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { listPendingMigrations, migrate, migrateNetwork, type MigrationFolders, migrationFolders } from './migrate.ts';

let database: TestDatabase;
let folders: MigrationFolders;
let root: string;

beforeEach(async () => {
  database = await createTestDatabase();
  root = mkdtempSync(join(tmpdir(), 'collegium-migrations-'));
  folders = { platform: join(root, 'platform'), network: join(root, 'network') };
  cpSync(migrationFolders.platform, folders.platform, { recursive: true });
  mkdirSync(folders.network);
});

afterEach(async () => {
  await database.close();
  rmSync(root, { recursive: true });
});

function write(file: string, text: string): void {
  writeFileSync(join(folders.network, file), text);
}

async function tablesOf(schema: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = ${schema} and tablename <> 'schema_version' order by 1
  `.execute(database.db);
  return rows.map((row) => row.name);
}

test('a database that is up to date is left alone', async () => {
  expect(await migrate(database.url)).toEqual([]);
  expect(await listPendingMigrations(database.url)).toEqual([]);
});

test('every network gets the migrations it lacks, once', async () => {
  write('0001-first.sql', 'create table first (id int);');
  await migrateNetwork(database.url, 'north', folders);
  await migrateNetwork(database.url, 'south', folders);
  write('0002-second.sql', 'create table second (id int);');
  await dropNetworkTest();
  const pending = ['network_north', 'network_south'].map((schema) => ({ schema, file: '0002-second.sql' }));
  expect(await listPendingMigrations(database.url, folders)).toEqual(pending);
  expect(await migrate(database.url, folders)).toEqual(pending);
  expect(await migrate(database.url, folders)).toEqual([]);
  expect(await tablesOf('network_south')).toEqual(['first', 'second']);
});

test('a migration that fails leaves its schema as it was and says which file it is', async () => {
  write('0001-first.sql', 'create table first (id int);');
  write('0002-broken.sql', 'create table second (id int); select nonsense;');
  await expect(migrateNetwork(database.url, 'north', folders)).rejects.toThrow(
    /^Migration 0002-broken.sql failed in network_north: column "nonsense" does not exist/,
  );
  expect(await tablesOf('network_north')).toEqual([]);
});

test('an applied migration that was edited is refused', async () => {
  write('0001-first.sql', 'create table first (id int);');
  await migrateNetwork(database.url, 'north', folders);
  await dropNetworkTest();
  write('0001-first.sql', 'create table first (id bigint);');
  await expect(migrate(database.url, folders)).rejects.toThrow(/0001-first.sql was edited after it had been applied/);
});

test('servers that start at the same time apply each migration once', async () => {
  write('0001-first.sql', 'create table first (id int); select pg_sleep(0.05);');
  await Promise.all([1, 2, 3, 4].map(() => migrateNetwork(database.url, 'north', folders)));
  expect(await tablesOf('network_north')).toEqual(['first']);
});

test('numbers may be left out, and those that come are applied in their order', async () => {
  write('0001-first.sql', 'create table first (id int);');
  write('0004-later.sql', 'alter table second add column name text;');
  write('0003-second.sql', 'create table second (id int);');
  await migrateNetwork(database.url, 'north', folders);
  await dropNetworkTest();
  write('0009-third.sql', 'create table third (id int);');
  expect(await migrate(database.url, folders)).toEqual([{ schema: 'network_north', file: '0009-third.sql' }]);
  expect(await listPendingMigrations(database.url, folders)).toEqual([]);
});

test.each([
  ['second.sql', 'second.sql should be named 0001-what-it-does.sql.'],
  ['0000-zero.sql', '0000-zero.sql should be named 0001-what-it-does.sql.'],
  ['0001-other.sql', '0001-other.sql has the number of another migration.'],
])('%s is refused rather than skipped', async (file, problem) => {
  write('0001-first.sql', 'select 1;');
  write(file, 'select 1;');
  await expect(migrateNetwork(database.url, 'north', folders)).rejects.toThrow(problem);
});

/** The template's own network would be compared with the folders of the test. */
async function dropNetworkTest(): Promise<void> {
  await sql`drop schema network_test cascade`.execute(database.db);
}
