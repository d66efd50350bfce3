import type { AccountView, MadeToken, NewToken } from '@collegium/contract/account.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { cookieHeader } from '../../testing/cookies.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { newId } from '../ids.ts';
import { mostTokens } from './own-access-queries.ts';
import { unsafeSignIn } from './sign-in-as.ts';

let world: TestApp;
let ada: TestMember;
let ben: TestMember;
let cookie: string;

beforeAll(async () => {
  world = await createTestApp();
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  ada = await addMember(world.db, world.network, ribeira, 'coordinator', 'Ada');
  ben = await addMember(world.db, world.network, ribeira, 'learner', 'Ben');
  cookie = cookieHeader(await unsafeSignIn(world.services, ada.accountId));
});
afterAll(() => world.close());

const wanted: NewToken = { name: 'Timetable', scope: 'read', days: 30 };
const make = (body: object = wanted, headers: Record<string, string> = { cookie }) =>
  world.request(null, 'POST', '/account/tokens', body, headers);
const made = async (changes: Partial<NewToken> = {}) => (await make({ ...wanted, ...changes })).json<MadeToken>();
const use = (token: string, method: 'GET' | 'POST' = 'GET', url = '/profile') =>
  world.app.inject({ method, url: `/test/api${url}`, headers: { authorization: `Bearer ${token}` } });
const listed = async () => (await world.request(ada, 'GET', '/account')).json<AccountView>().tokens;

test('somebody signed out gets no token', async () => {
  expect((await make(wanted, {})).statusCode).toBe(401);
});

test('a program cannot make itself another token, not even with the cookie of somebody else', async () => {
  const alone = await world.request(ada, 'POST', '/account/tokens', wanted);
  expect([alone.statusCode, alone.json().code]).toEqual([409, 'account.browser_needed']);
  const other = cookieHeader(await unsafeSignIn(world.services, ben.accountId));
  const borrowed = await world.request(ada, 'POST', '/account/tokens', wanted, { cookie: other });
  expect(borrowed.json().code).toBe('account.browser_needed');
  expect((await listed()).map(({ name }) => name)).toEqual(['test']);
});

test('the token acts as its maker for the organisation acted for, within its scope, until it ends', async () => {
  const { token, id, ...view } = await made();
  expect(token).toMatch(/^collegium_test_[\w-]{43}$/);
  expect(view).toMatchObject({ name: 'Timetable', scopes: ['read'], actsFor: 'Ribeira', lastUsedAt: null });
  expect(view.expiresAt).toBe(new Date(frozenAt.getTime() + 30 * 86_400_000).toISOString());
  expect(await listed()).toContainEqual({ id, ...view });
  expect((await use(token)).json().name).toBe('Ada');
  expect((await use(token, 'POST', '/saved-searches')).statusCode).toBe(404);
  world.clock.at = new Date(view.expiresAt ?? '');
  expect((await use(token)).statusCode).toBe(401);
  world.clock.at = frozenAt;
});

test('one that writes also reads, and one without end has none', async () => {
  const { scopes, expiresAt } = await made({ scope: 'write', days: null });
  expect([scopes, expiresAt]).toEqual([['read', 'write'], null]);
});

test('it is on record without its secret, and kept nowhere in the clear', async () => {
  const { token, id } = (await make(wanted, { cookie, 'idempotency-key': 'once' })).json<MadeToken>();
  const events = await world.network
    .selectFrom('audit_event')
    .select(['person_id', 'details'])
    .where('action', '=', 'account.token_created')
    .where(sql<boolean>`details ->> 'tokenId' = ${id}`)
    .execute();
  expect(events).toMatchObject([{ person_id: ada.personId, details: { scope: 'read' } }]);
  await new Promise((resolve) => void setTimeout(resolve, 100));
  const kept = await world.network.selectFrom('idempotency_key').selectAll().where('key', '=', 'once').execute();
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toContain(token);
});

test('the same request again makes no second token and does not tell the first one again', async () => {
  const before = (await listed()).length;
  const headers = { cookie, 'idempotency-key': 'twice' };
  expect((await make(wanted, headers)).statusCode).toBe(201);
  const again = await make(wanted, headers);
  expect([again.statusCode, again.json().code]).toEqual([409, 'request.already_done']);
  expect(await listed()).toHaveLength(before + 1);
});

test('a token that was made for one organisation ends with the membership there', async () => {
  const firm = await addOrganisation(world.network, 'Skerry', 'company');
  const membership = { id: newId(), person_id: ada.personId, organisation_id: firm.id, role: 'learner' as const };
  await world.network
    .insertInto('membership')
    .values({ ...membership, started_on: '2026-01-01', created_at: frozenAt })
    .execute();
  const atSkerry = { cookie, 'acting-as': membership.id };
  const { token, actsFor } = (await make(wanted, atSkerry)).json<MadeToken>();
  expect(actsFor).toBe('Skerry');
  expect((await use(token)).statusCode).toBe(200);
  await world.network
    .updateTable('membership')
    .set({ ended_on: '2026-10-01' })
    .where('id', '=', membership.id)
    .execute();
  expect((await use(token)).statusCode).toBe(401);
});

test.each([{ name: ' ' }, { name: 'x'.repeat(201) }, { days: 0 }, { days: 3_651 }, { scope: 'everything' }])(
  '%j is refused',
  async (wrong) => {
    const answer = await make({ ...wanted, ...wrong });
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'request.invalid']);
  },
);

test('nobody has more tokens than are listed', async () => {
  const free = mostTokens - (await listed()).length;
  for (let count = 0; count < free; count += 1) expect((await make()).statusCode).toBe(201);
  const refused = await make();
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'account.too_many_tokens']);
  expect(await listed()).toHaveLength(mostTokens);
});
