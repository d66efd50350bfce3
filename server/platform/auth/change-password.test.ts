import type { AccountView } from '@collegium/contract/account.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { cookieHeader } from '../../testing/cookies.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { isPasswordOf, setPassword } from './accounts.ts';
import { unsafeSignIn } from './sign-in-as.ts';

const first = 'the first password';
const second = 'the second password';

let world: TestApp;
let ada: TestMember;
let ben: TestMember;
let cookie: string;

beforeAll(async () => {
  world = await createTestApp();
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  ada = await addMember(world.db, world.network, ribeira, 'learner', 'Ada');
  ben = await addMember(world.db, world.network, ribeira, 'learner', 'Ben');
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.db.deleteFrom('platform.rate_limit').execute();
  await world.network.deleteFrom('mail').execute();
  await setPassword(world.db, ada.accountId, first);
  cookie = await signedIn(ada);
});

const signedIn = async ({ accountId }: TestMember) => cookieHeader(await unsafeSignIn(world.services, accountId));
const changeTo = (newPassword: string, currentPassword = first, headers: Record<string, string> = { cookie }) =>
  world.request(null, 'PUT', '/account/password', { currentPassword, newPassword }, headers);
const isAda = async (headers: Record<string, string>) =>
  (await world.request(null, 'GET', '/account', undefined, headers)).statusCode === 200;

const hasPassword = async (as: TestMember) =>
  (await world.request(as, 'GET', '/account')).json<AccountView>().hasPassword;

async function isPassword(password: string): Promise<boolean> {
  const row = await world.db
    .selectFrom('platform.credential')
    .select('password')
    .where('user_id', '=', ada.accountId)
    .executeTakeFirstOrThrow();
  return isPasswordOf(row.password ?? '', password);
}

test('somebody signed out changes no password', async () => {
  expect((await changeTo(second, first, {})).statusCode).toBe(401);
});

test('the new password counts, other browsers are signed out, this one is not; it is mailed and on record', async () => {
  const other = await signedIn(ada);
  const bens = await signedIn(ben);
  expect((await changeTo(second)).statusCode).toBe(204);
  expect([await isPassword(second), await isPassword(first)]).toEqual([true, false]);
  expect([await isAda({ cookie }), await isAda({ cookie: other }), await isAda({ cookie: bens })]).toEqual([
    true,
    false,
    true,
  ]);
  const mails = await world.network.selectFrom('mail').select(['to_address', 'subject', 'body_text']).execute();
  expect(mails).toMatchObject([{ to_address: `${ada.personId}@example.org`, subject: 'Your password was changed' }]);
  expect(mails[0]?.body_text).not.toContain(second);
  const events = await world.network
    .selectFrom('audit_event')
    .select(['action', 'object_id', 'person_id', 'details'])
    .execute();
  expect(events).toEqual([
    { action: 'account.password_changed', object_id: ada.accountId, person_id: ada.personId, details: {} },
  ]);
});

test('a wrong password changes nothing and signs nobody out', async () => {
  const other = await signedIn(ada);
  const answer = await changeTo(second, 'not the first password');
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'auth.wrong_current_password']);
  expect([await isPassword(first), await isAda({ cookie: other })]).toEqual([true, true]);
  expect(await world.network.selectFrom('mail').select('id').execute()).toEqual([]);
});

test('the eleventh guess within a quarter of an hour is refused, even when it is right', async () => {
  const guess = () => changeTo(second, 'not the first password');
  for (let count = 0; count < 10; count += 1) expect((await guess()).statusCode).toBe(422);
  const refused = await changeTo(second);
  expect([refused.statusCode, refused.json().code]).toEqual([429, 'request.too_many']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800);
  world.clock.at = new Date(frozenAt.getTime() + 900_000);
  expect((await changeTo(second)).statusCode).toBe(204);
  world.clock.at = frozenAt;
});

test('of two changes at the same moment one is made', async () => {
  const answers = await Promise.all([changeTo(second), changeTo('the third password')]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([204, 422]);
});

test.each([
  ['nine char', 'auth.password_too_short'],
  ['x'.repeat(129), 'auth.password_too_long'],
])('the password %j is refused', async (password, code) => {
  const answer = await changeTo(password);
  expect([answer.statusCode, answer.json().code]).toEqual([422, code]);
});

test('a program with a token changes no password', async () => {
  const body = { currentPassword: first, newPassword: second };
  const answer = await world.request(ada, 'PUT', '/account/password', body);
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'account.browser_needed']);
  expect(await isPassword(first)).toBe(true);
});

test('whoever has no password is told where to get the first one', async () => {
  expect([await hasPassword(ada), await hasPassword(ben)]).toEqual([true, false]);
  const answer = await changeTo(second, '', { cookie: await signedIn(ben) });
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'account.no_password']);
});

test('no hash of the passwords is kept beside the key of the request', async () => {
  await changeTo(second, first, { cookie, 'idempotency-key': 'change' });
  expect(await world.network.selectFrom('idempotency_key').select('key').execute()).toEqual([]);
});
