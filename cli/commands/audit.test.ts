import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../server/platform/ids.ts';
import type { SealReport } from '../../server/platform/seal/verify-seal.ts';
import { createTestDatabase, type TestDatabase } from '../../server/testing/database.ts';
import { createScratchFolder } from '../../server/testing/scratch-folder.ts';
import { main } from '../collegium.ts';

let database: TestDatabase;
let dataFolder: string;

const event = () => ({
  id: newId(),
  at: new Date(),
  action: 'offer.changed',
  object_type: 'offer',
  object_id: newId(),
});

beforeAll(async () => {
  database = await createTestDatabase();
  dataFolder = createScratchFolder('audit-command');
  await database.db
    .insertInto('platform.network')
    .values({ slug: 'test', name: 'Test' })
    .onConflict((c) => c.doNothing())
    .execute();
  await database.network.insertInto('audit_event').values([event(), event(), event()]).execute();
});
afterAll(async () => {
  await database.close();
  await rm(dataFolder, { recursive: true });
});

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const env = {
    DATABASE_URL: database.url,
    COLLEGIUM_DATA: dataFolder,
    COLLEGIUM_SECRET: 'x'.repeat(32),
    LOG_LEVEL: 'silent',
  };
  const code = await main(['audit', ...args], { out: (text) => out.push(text), err: (text) => err.push(text), env });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('what was sealed is verified, rotated and verified again, and a change behind the back is named', async () => {
  expect(await run('verify', '--network', 'test')).toMatchObject({ code: 0, out: expect.stringContaining('Nothing') });
  expect(await run('seal', '--network', 'test')).toMatchObject({ code: 0, out: '3 events sealed.' });
  expect((await run('verify', '--network', 'test')).out).toContain('is as it was sealed: 3 events, 1 checkpoints');
  expect(await run('rotate-key')).toMatchObject({ code: 0, out: expect.stringContaining('took the place of') });
  const report = JSON.parse((await run('verify', '--network', 'test', '--json')).out) as SealReport;
  expect(report).toMatchObject({ sealed: 4, checkpoints: 2, faults: [] });

  const { event_id: id } = await database.network
    .selectFrom('audit_leaf')
    .select('event_id')
    .where('position', '=', 1)
    .executeTakeFirstOrThrow();
  await sql`update network_test.audit_event set action = 'offer.withdrawn' where id = ${id}`.execute(database.db);
  const { code, out } = await run('verify', '--network', 'test');
  expect(code).toBe(1);
  expect(out).toContain(`1. Event ${id} (offer.withdrawn, `);
  expect(out).toContain('was changed after it was sealed');
});

test('a checkpoint that a partner kept is compared', async () => {
  const file = join(dataFolder, 'kept.json');
  await writeFile(file, JSON.stringify({ checkpoint: { network: 'test', size: 99, root: 'ab', at: '2026-10-13' } }));
  const { code, out } = await run('verify', '--network', 'test', '--checkpoint', file);
  expect([code, out]).toEqual([1, expect.stringContaining('was cut off')]);
});

test.each([
  [['verify'], '--network'],
  [['verify', '--network', 'elsewhere'], 'no network “elsewhere”'],
  [['verify', '--network', 'test', '--key', 'abc'], '64 hex digits'],
  [['prove'], 'verify, seal, rotate-key or new-key'],
])('%j makes no sense, and the sentence says why', async (args, words) => {
  const { code, err } = await run(...args);
  expect(code).toBe(64);
  expect(err).toContain(words);
});

test('a new key for the environment is 32 bytes', async () => {
  expect((await run('new-key')).out).toMatch(/^[\w-]{43}$/);
});
