import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../server/testing/app.ts';
import { addMember, addOrganisation } from '../../server/testing/world.ts';
import { main } from '../collegium.ts';

const root = join(import.meta.dirname, '../..');
const data = join(root, '../shared/data');
let world: TestApp;
let folder: string;
let email: string;

beforeAll(async () => {
  world = await createTestApp();
  const office = await addOrganisation(world.network, 'Office', 'ngo');
  const administrator = await addMember(world.db, world.network, office, 'network_administrator');
  email = `${administrator.personId}@example.org`;
  folder = mkdtempSync(join(tmpdir(), 'collegium-import-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

function environment() {
  return { DATABASE_URL: world.url, COLLEGIUM_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent' };
}

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { out: (text: string) => out.push(text), err: (text: string) => err.push(text), env: environment() };
  const code = await main(['import', ...args, '--network', 'test', '--as', email], io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

function fileOf(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function countOf(table: 'organisation' | 'offer') {
  const rows = await world.network.selectFrom(table).select('id').execute();
  return rows.length;
}

test('without --apply the report tells what would be, and nothing is written', async () => {
  const before = await countOf('organisation');
  const { code, out } = await run('organisations', fileOf('dry.csv', 'name,kind\nPorto,university\n,ngo\n'));
  expect(code).toBe(65);
  expect(out).toContain('Row 3, column “name”: Fill this in.');
  expect(out).toContain('this was a dry run. 1 organisations would be added');
  expect(await countOf('organisation')).toBe(before);
});

test('a program reads the summary', async () => {
  const file = fileOf('json.csv', 'name,kind\nLisboa,university\n');
  const { code, out } = await run('organisations', file, '--apply', 'all', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ rowsCreated: 1, problemCount: 0, state: 'finished', fileName: 'json.csv' });
});

test.each([
  [['elephants', 'x.csv'], 64, 'organisations, offers, people'],
  [['offers'], 64, 'which file'],
  [['offers', '/nowhere/x.csv'], 64, 'cannot be read'],
  [['offers', 'package.json', '--apply', 'some'], 64, 'valid, all'],
  [['offers', 'package.json', '--encoding', 'klingon'], 64, 'utf-8'],
  [['offers', 'package.json', '--separator', ';;'], 64, 'one character'],
  [['offers', 'package.json', '--mapping', 'CHANGELOG.md'], 65, 'not JSON'],
])('%j ends with %i and says what is wrong', async (args, expected, words) => {
  const { code, err } = await run(...args);
  expect(code).toBe(expected);
  expect(err).toContain(words);
});

test('only an administrator of the network imports', async () => {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { out: (text: string) => out.push(text), err: (text: string) => err.push(text), env: environment() };
  const file = fileOf('who.csv', 'name,kind\nX,ngo\n');
  expect(await main(['import', 'organisations', file, '--network', 'test', '--as', 'nobody@example.org'], io)).toBe(65);
  expect(err.join()).toContain('nobody@example.org');
});

/** The rows of an open transaction are invisible; its lock is not. */
async function isWriting(): Promise<boolean> {
  const { rows } = await sql`select from pg_locks where locktype = 'advisory' and granted`.execute(world.db);
  return rows.length > 0;
}

test('killed in the middle it leaves nothing, and the next import brings everything once', async () => {
  const rows = Array.from({ length: 60_000 }, (_, index) => `Killed ${index},ngo\n`).join('');
  const file = fileOf('killed.csv', `name,kind\n${rows}`);
  const before = await countOf('organisation');
  const args = [
    'cli/collegium.ts',
    'import',
    'organisations',
    file,
    '--network',
    'test',
    '--as',
    email,
    '--apply',
    'all',
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...environment() },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => void child.on('exit', resolve));
  await expect.poll(isWriting, { timeout: 15_000 }).toBe(true);
  child.kill('SIGKILL');
  await ended;
  expect(await countOf('organisation')).toBe(before);
  const small = fileOf('after.csv', `name,kind\n${rows.split('\n', 500).join('\n')}\n`);
  expect((await run('organisations', small, '--apply', 'all')).code).toBe(0);
  expect(await countOf('organisation')).toBe(before + 500);
}, 60_000);

function mapped(kind: string, file: string, mapping: string) {
  return run(kind, join(data, file), '--mapping', join(root, 'samples/mappings', mapping), '--apply', 'all', '--json');
}

test.skipIf(!existsSync(data))(
  'the public files come whole, and twice they change nothing',
  async () => {
    const files = [
      ['organisations', 'organisations/eche.csv', 'erasmus-charter-organisations.json', 5_912],
      ['organisations', 'programmes/fr-masters.csv', 'french-masters-organisations.json', 144],
      ['offers', 'programmes/fr-masters.csv', 'french-masters-offers.json', 3_584],
      ['organisations', 'exchange/hanyang-universities.csv', 'hanyang-organisations.json', 85],
      ['offers', 'exchange/hanyang-2022.csv', 'hanyang-offers.json', 88],
    ] as const;
    for (const [kind, file, mapping, count] of files) {
      expect(JSON.parse((await mapped(kind, file, mapping)).out)).toMatchObject({
        rowsCreated: count,
        problemCount: 0,
      });
      const again = JSON.parse((await mapped(kind, file, mapping)).out);
      expect(again).toMatchObject({ rowsCreated: 0, rowsUnchanged: count, problemCount: 0 });
    }
    const agreements = await world.network
      .selectFrom('offer')
      .select(['places', 'eligibility'])
      .where('external_source', '=', 'hanyang-2022')
      .execute();
    expect(agreements.reduce((sum, { places }) => sum + places, 0)).toBe(187);
    expect(
      agreements.filter(({ eligibility }) => eligibility.some(({ type }) => type === 'grade_average')),
    ).toHaveLength(86);
  },
  120_000,
);
