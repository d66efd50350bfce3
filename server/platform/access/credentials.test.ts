import { createHash } from 'node:crypto';
import { roleHas } from '@collegium/contract/permissions.ts';
import { roles, type Role } from '@collegium/contract/roles.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { allRoutes } from '../../routes.ts';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { cookieHeader } from '../../testing/cookies.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { unsafeSignIn } from '../auth/sign-in-as.ts';
import { signInSeconds } from '../auth/sign-in-token.ts';
import { ensureNetwork } from '../database/create-network.ts';
import { newId } from '../ids.ts';

let world: TestApp;
let members: Record<Role, TestMember>;
let cookies: Record<Role, string>;

beforeAll(async () => {
  world = await createTestApp();
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  const made: [Role, TestMember][] = [];
  for (const role of roles) made.push([role, await addMember(world.db, world.network, ribeira, role)]);
  members = Object.fromEntries(made) as typeof members;
  const signedIn: [Role, string][] = [];
  for (const [role, { accountId }] of made)
    signedIn.push([role, cookieHeader(await unsafeSignIn(world.services, accountId))]);
  cookies = Object.fromEntries(signedIn) as typeof cookies;
});
afterAll(() => world.close());
beforeEach(() => {
  world.clock.at = frozenAt;
});

const writes = allRoutes
  .filter(({ method }) => method !== 'GET')
  .map((route) => ({ ...route, name: `${route.method} ${route.url}` }));
const roleFor = (route: (typeof writes)[number]) => roles.find((role) => roleHas(role, route.permission)) as Role;
const addressOf = (url: string) => `/test/api${url.replace(/:\w+/g, () => newId())}`;

function send(route: (typeof writes)[number], headers: Record<string, string>) {
  return world.app.inject({ method: route.method, url: addressOf(route.url), headers });
}

test.each(writes)('$name refuses a cookie that another site sends along', async (route) => {
  const cookie = cookies[roleFor(route)];
  for (const foreign of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null', 'x-collegium': '1' },
    {},
  ])
    expect({ foreign, ...(await send(route, { cookie, ...foreign })).json<object>() }).toMatchObject({
      code: 'request.cross_site',
    });
  expect((await send(route, { cookie, 'sec-fetch-site': 'same-origin' })).body).not.toContain('request.cross_site');
});

test.each(writes)('$name is nothing for a token that may only read', async (route) => {
  const token = await addToken(members[roleFor(route)], { scopes: ['read'] });
  expect((await send(route, { authorization: `Bearer ${token}` })).json().code).toBe('request.not_found');
});

/** Another token of a member. */
async function addToken(
  member: TestMember,
  columns: { scopes?: string[]; network_slug?: string; expires_at?: Date } = {},
) {
  const token = `collegium_test_${newId()}`;
  const token_sha256 = createHash('sha256').update(token).digest('hex');
  const { accountId: account_id, membershipId: membership_id } = member;
  const values = { id: newId(), account_id, membership_id, name: 'another', token_sha256, network_slug: 'test' };
  await world.db
    .insertInto('platform.machine_token')
    .values({ scopes: ['read', 'write'], ...values, ...columns })
    .execute();
  return token;
}

const today = (headers: Record<string, string>, network = 'test') =>
  world.app.inject({ url: `/${network}/api/today`, headers });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

test('a token ends at its instant, and not a second earlier', async () => {
  const token = await addToken(members.learner, { expires_at: new Date(frozenAt.getTime() + 1_000) });
  expect((await today(bearer(token))).statusCode).toBe(200);
  world.clock.at = new Date(frozenAt.getTime() + 1_000);
  expect((await today(bearer(token))).json().code).toBe('request.sign_in_needed');
});

test('a token that was taken back opens nothing any more', async () => {
  const token = await addToken(members.learner);
  await world.db
    .updateTable('platform.machine_token')
    .set({ revoked_at: frozenAt })
    .where('token_sha256', '=', createHash('sha256').update(token).digest('hex'))
    .execute();
  expect((await today(bearer(token))).statusCode).toBe(401);
});

test('a sign-in ends at its instant, and is gone at once after signing out', async () => {
  const cookie = cookieHeader(await unsafeSignIn(world.services, members.learner.accountId));
  world.clock.at = new Date(frozenAt.getTime() + signInSeconds * 1_000 - 1_000);
  expect((await today({ cookie })).statusCode).toBe(200);
  world.clock.at = new Date(frozenAt.getTime() + signInSeconds * 1_000);
  expect((await today({ cookie })).statusCode).toBe(401);
  world.clock.at = frozenAt;
  const leave = { method: 'POST', url: '/api/auth/sign-out', payload: {} } as const;
  const left = await world.app.inject({ ...leave, headers: { cookie, 'sec-fetch-site': 'same-origin' } });
  expect(left.statusCode).toBe(204);
  expect((await today({ cookie })).statusCode).toBe(401);
});

test('the clock set back opens no ended sign-in to somebody who has no other', async () => {
  const cookie = cookieHeader(await unsafeSignIn(world.services, members.learner.accountId));
  world.clock.at = new Date(frozenAt.getTime() - 86_400_000);
  expect((await today({ cookie })).statusCode).toBe(200);
  await world.db.deleteFrom('platform.sign_in').where('user_id', '=', members.learner.accountId).execute();
  expect((await today({ cookie })).statusCode).toBe(401);
});

test('a forged or tampered cookie is nobody’s', async () => {
  const cookie = cookies.coordinator;
  for (const forged of [
    `${cookie}x`,
    cookie.replace(/=\w/, '=x'),
    cookie.split('.')[0] ?? '',
    'better-auth.session_token=',
  ])
    expect((await today({ cookie: forged })).statusCode).toBe(401);
});

test('a token of one network and a member of one network are nobody in another', async () => {
  await ensureNetwork(world, world.clock, { slug: 'other', name: 'Other' });
  expect((await today(bearer(members.coordinator.token), 'other')).statusCode).toBe(401);
  expect((await today({ cookie: cookies.coordinator }, 'other')).statusCode).toBe(401);
  const token = await addToken(members.coordinator, { network_slug: 'other' });
  expect((await today(bearer(token), 'other')).statusCode).toBe(401);
  expect((await today(bearer(token))).statusCode).toBe(401);
  const elsewhere = await world.app.inject({ url: '/other/api/session', headers: { cookie: cookies.coordinator } });
  expect(elsewhere.json()).toMatchObject({ person: null, memberships: [] });
});

test('nobody acts under a membership of somebody else, or one that ended today', async () => {
  const { learner, coordinator } = members;
  const as = (membershipId: string) => today({ ...bearer(learner.token), 'acting-as': membershipId });
  expect((await as(coordinator.membershipId)).statusCode).toBe(401);
  expect((await as('not an id')).statusCode).toBe(422);
  const leaving = await addMember(world.db, world.network, { id: learner.organisationId, name: '' }, 'teacher');
  await world.network
    .updateTable('membership')
    .set({ ended_on: '2026-10-13' })
    .where('id', '=', leaving.membershipId)
    .execute();
  expect((await today(bearer(leaving.token))).statusCode).toBe(401);
});
