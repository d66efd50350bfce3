import { afterAll, beforeAll, expect, test } from 'vitest';
import { testConfig } from '../../testing/config.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { createAccount, ensureAccount, setPassword } from './accounts.ts';
import { signInToSample, unsafeSignIn } from './sign-in-as.ts';
import { readSignInToken } from './sign-in-token.ts';

let database: TestDatabase;
const config = testConfig();
const clock = { now: () => new Date('2027-03-01T12:00:00Z') };

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const credentialOf = (accountId: string) =>
  database.db.selectFrom('platform.credential').selectAll().where('user_id', '=', accountId).execute();

test('an account is known by its mail address in lower case, and its password only by a hash', async () => {
  const id = await createAccount(database.db, {
    name: 'Ada',
    email: 'Ada@Example.org',
    password: 'long enough, surely',
  });
  const account = await database.db.selectFrom('platform.account').selectAll().where('id', '=', id).executeTakeFirst();
  expect(account).toMatchObject({ email: 'ada@example.org', email_verified: true });
  const [credential] = await credentialOf(id);
  expect(credential!.provider_id).toBe('credential');
  expect(credential!.password).not.toContain('surely');
});

test('there is one account per mail address', async () => {
  await createAccount(database.db, { name: 'Bo', email: 'bo@example.org' });
  const again = createAccount(database.db, { name: 'Bo too', email: 'BO@example.org' });
  await expect(again).rejects.toMatchObject({ constraint: 'account_email_key' });
});

test('ensuring an account finds the one there is and leaves its name alone', async () => {
  const first = await ensureAccount(database.db, { name: 'Cleo', email: 'cleo@example.org' });
  const second = await ensureAccount(database.db, { name: 'Other', email: 'Cleo@example.org' });
  expect(second).toBe(first);
  const { name } = await database.db
    .selectFrom('platform.account')
    .select('name')
    .where('id', '=', first)
    .executeTakeFirstOrThrow();
  expect(name).toBe('Cleo');
});

test.each([
  ['nine char', 'auth.password_too_short'],
  ['x'.repeat(129), 'auth.password_too_long'],
])('the password %j is refused, and no account is made', async (password, code) => {
  const refused = createAccount(database.db, { name: 'D', email: 'd@example.org', password });
  await expect(refused).rejects.toMatchObject({ code });
  const rows = await database.db.selectFrom('platform.account').where('email', '=', 'd@example.org').execute();
  expect(rows).toEqual([]);
});

test('a new password replaces the old one and signs all browsers out', async () => {
  const id = await createAccount(database.db, { name: 'E', email: 'e@example.org', password: 'the first password' });
  await unsafeSignIn({ db: database.db, clock, config }, id);
  const [before] = await credentialOf(id);
  await setPassword(database.db, id, 'the second password');
  const after = await credentialOf(id);
  expect(after).toHaveLength(1);
  expect(after[0]!.password).not.toBe(before!.password);
  const signIns = await database.db.selectFrom('platform.sign_in').where('user_id', '=', id).execute();
  expect(signIns).toEqual([]);
});

test('one click signs in within the sample network, and nowhere else', async () => {
  const id = await createAccount(database.db, { name: 'F', email: 'f@example.org' });
  const scope = (isSample: boolean) => ({
    db: database.network,
    clock,
    config,
    network: { slug: 'test', name: 'Test', isSample },
  });
  await expect(signInToSample(scope(false), id)).rejects.toMatchObject({ code: 'auth.sample_only' });
  const token = readSignInToken((await signInToSample(scope(true), id)).split(';')[0], config.secret);
  const signIn = await database.db
    .selectFrom('platform.sign_in')
    .select(['user_id', 'expires_at'])
    .where('token', '=', token!)
    .executeTakeFirst();
  expect(signIn).toEqual({ user_id: id, expires_at: new Date('2027-03-31T12:00:00Z') });
});
