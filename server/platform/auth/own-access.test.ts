import type { AccountView } from '@collegium/contract/account.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { cookieHeader } from '../../testing/cookies.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { createMachineToken } from './machine-tokens.ts';
import { unsafeSignIn } from './sign-in-as.ts';

let world: TestApp;
let ada: TestMember;
let ben: TestMember;
let cookie: string;

beforeAll(async () => {
  world = await createTestApp();
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  ada = await addMember(world.db, world.network, ribeira, 'learner', 'Ada');
  ben = await addMember(world.db, world.network, ribeira, 'learner', 'Ben');
  cookie = cookieHeader(await unsafeSignIn(world.services, ada.accountId, 'Firefox'));
  await unsafeSignIn(world.services, ada.accountId, 'Safari');
  await unsafeSignIn(world.services, ben.accountId, 'Lynx');
});
afterAll(() => world.close());

/** Asks as the browser in which Ada signed in first. */
const ask = (method: 'GET' | 'DELETE', path: string) =>
  world.app.inject({ method, url: `/test/api/account${path}`, headers: { cookie, 'x-collegium': '1' } });
const read = async () => (await ask('GET', '')).json<AccountView>();
const names = async () => (await read()).tokens.map(({ name }) => name).sort();
const lastUse = async () => (await read()).tokens.find(({ name }) => name === 'test')?.lastUsedAt;

test('somebody signed out has no account to look at', async () => {
  expect((await world.request(null, 'GET', '/account')).statusCode).toBe(401);
  expect((await world.request(null, 'DELETE', `/account/browsers/${ada.personId}`)).statusCode).toBe(401);
});

test('people see their own browsers, the latest first, and which one they use', async () => {
  const { email, browsers } = await read();
  expect(email).toBe(`${ada.personId}@example.org`);
  expect(browsers).toMatchObject([
    { userAgent: 'Safari', isThisOne: false, signedInAt: frozenAt.toISOString() },
    { userAgent: 'Firefox', isThisOne: true },
  ]);
  world.clock.at = new Date(frozenAt.getTime() + 400 * 86_400_000);
  expect((await world.request(ada, 'GET', '/account')).json().browsers).toEqual([]);
  world.clock.at = frozenAt;
});

test('a browser is signed out from another, at once and on record; that of somebody else is not there', async () => {
  const safari = cookieHeader(await unsafeSignIn(world.services, ada.accountId, 'Safari'));
  const [newest] = (await read()).browsers;
  const theirs = (await world.request(ben, 'GET', '/account')).json<AccountView>().browsers[0];
  expect((await ask('DELETE', `/browsers/${theirs?.id}`)).json().code).toBe('account.browser_not_found');
  expect((await ask('DELETE', `/browsers/${newest?.id}`)).statusCode).toBe(204);
  const after = await world.app.inject({ url: '/test/api/session', headers: { cookie: safari } });
  expect(after.json().person).toBeNull();
  expect((await ask('DELETE', `/browsers/${newest?.id}`)).json().code).toBe('account.browser_not_found');
  const events = await world.network.selectFrom('audit_event').select(['action', 'object_id', 'person_id']).execute();
  expect(events).toEqual([{ action: 'account.browser_signed_out', object_id: ada.accountId, person_id: ada.personId }]);
});

test('a token is listed until it is revoked, and then opens nothing', async () => {
  const email = `${ada.personId}@example.org`;
  const expiresAt = new Date(frozenAt.getTime() + 1_000);
  await createMachineToken(world.services, { network: 'test', email, name: 'Old', scopes: ['read'], expiresAt });
  const { id, token } = await createMachineToken(world.services, {
    network: 'test',
    email,
    name: 'Timetable',
    scopes: ['read'],
  });
  expect(await names()).toEqual(['Old', 'Timetable', 'test']);
  world.clock.at = expiresAt;
  expect(await names()).toEqual(['Timetable', 'test']);
  expect((await world.request(ben, 'DELETE', `/account/tokens/${id}`)).json().code).toBe('account.token_not_found');
  expect((await ask('DELETE', `/tokens/${id}`)).statusCode).toBe(204);
  expect(await names()).toEqual(['test']);
  const after = await world.app.inject({ url: '/test/api/profile', headers: { authorization: `Bearer ${token}` } });
  expect(after.statusCode).toBe(401);
  world.clock.at = frozenAt;
});

test('when a token was last used is known to the minute, and written once a minute', async () => {
  const use = () => world.request(ada, 'GET', '/profile');
  const after = (seconds: number) => (world.clock.at = new Date(frozenAt.getTime() + 7_200_000 + seconds * 1_000));
  const [first, next] = [0, 60].map((seconds) => after(seconds).toISOString());
  after(0);
  await use();
  await vi.waitUntil(async () => (await lastUse()) === first);
  after(59);
  await use();
  await new Promise((resolve) => void setTimeout(resolve, 100));
  expect(await lastUse()).toBe(first);
  after(60);
  await use();
  await vi.waitUntil(async () => (await lastUse()) === next);
  world.clock.at = frozenAt;
});
