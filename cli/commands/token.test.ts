import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureAccount } from '../../server/platform/auth/accounts.ts';
import { newId } from '../../server/platform/ids.ts';
import { createTestDatabase, type TestDatabase } from '../../server/testing/database.ts';
import { main } from '../collegium.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db, network } = database;
  await db
    .insertInto('platform.network')
    .values({ slug: 'test', name: 'Test' })
    .onConflict((c) => c.doNothing())
    .execute();
  const account_id = await ensureAccount(db, { name: 'Ada', email: 'ada@example.org' });
  await network.insertInto('person').values({ id: newId(), account_id, name: 'Ada', created_at: new Date() }).execute();
});
afterAll(() => database.close());

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const env = { DATABASE_URL: database.url, COLLEGIUM_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent' };
  const code = await main(['token', ...args], { out: (text) => out.push(text), err: (text) => err.push(text), env });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('the token is all that is printed', async () => {
  const { code, out } = await run('create', '--network', 'test', '--as', 'ada@example.org');
  expect(code).toBe(0);
  expect(out).toMatch(/^collegium_test_[\w-]{43}$/);
});

test('a program reads the token, what it may do and when it ends', async () => {
  const args = ['create', '--network', 'test', '--as', 'ada@example.org', '--scope', 'write', '--days', '7', '--json'];
  const { token, scopes, expiresAt } = JSON.parse((await run(...args)).out) as Record<string, string>;
  expect(token).toMatch(/^collegium_test_/);
  expect(scopes).toEqual(['read', 'write']);
  expect(Math.round((Date.parse(expiresAt!) - Date.now()) / 3_600_000)).toBe(7 * 24);
});

test.each([
  [['create', '--as', 'ada@example.org'], 64, '--network'],
  [['create', '--network', 'test'], 64, '--as'],
  [['create', '--network', 'elsewhere', '--as', 'ada@example.org'], 64, 'no network “elsewhere”'],
  [['create', '--network', 'test', '--as', 'ada@example.org', '--scope', 'all'], 64, 'read or write'],
  [['create', '--network', 'test', '--as', 'ada@example.org', '--days', '-1'], 64, '--days'],
  [['create', '--network', 'test', '--as', 'nobody@example.org'], 1, 'nobody@example.org'],
  [['revoke'], 64, 'create'],
])('%j ends with %i and says what is wrong', async (args, expected, words) => {
  const { code, out, err } = await run(...args);
  expect([code, out]).toEqual([expected, '']);
  expect(err).toContain(words);
});
