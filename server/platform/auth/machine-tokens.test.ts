import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { findActor } from '../access/actor.ts';
import { newId } from '../ids.ts';
import { ensureAccount } from './accounts.ts';
import { createMachineToken, hashToken, type NewMachineToken, revokeMachineToken } from './machine-tokens.ts';

let database: TestDatabase;
let accountId: string;
const now = new Date('2027-03-01T12:00:00Z');
const clock = { now: () => now };
const email = 'ada@example.org';

beforeAll(async () => {
  database = await createTestDatabase();
  const { db, network } = database;
  await db
    .insertInto('platform.network')
    .values({ slug: 'test', name: 'Test' })
    .onConflict((c) => c.doNothing())
    .execute();
  accountId = await ensureAccount(db, { name: 'Ada', email });
  const [person, organisation, membership] = [newId(), newId(), newId()];
  await network
    .insertInto('person')
    .values({ id: person, account_id: accountId, name: 'Ada', created_at: now })
    .execute();
  const university = {
    id: organisation,
    kind: 'university' as const,
    name: 'Westhaven',
    short_mark: 'WH',
    created_at: now,
  };
  await network.insertInto('organisation').values(university).execute();
  const role = {
    person_id: person,
    organisation_id: organisation,
    role: 'coordinator' as const,
    started_on: '2026-01-01',
  };
  await network
    .insertInto('membership')
    .values({ id: membership, ...role, created_at: now })
    .execute();
});
afterAll(() => database.close());

const services = () => ({ db: database.db, clock });
const create = (changes: Partial<NewMachineToken> = {}) =>
  createMachineToken(services(), { network: 'test', email, name: 'Timetable', scopes: ['read'], ...changes });
const actorOf = (token: string, at = now) =>
  findActor(database.network, 'test', { machineTokenSha256: hashToken(token) }, at);

test('a token acts as its account, with its scopes', async () => {
  const { token } = await create({ email: 'ADA@example.org' });
  expect(token).toMatch(/^collegium_test_[\w-]{43}$/);
  expect(await actorOf(token)).toMatchObject({ actor: { accountId, role: 'coordinator' }, scopes: ['read'] });
});

test('the token itself is stored nowhere', async () => {
  const { id, token } = await create();
  const row = await database.db
    .selectFrom('platform.machine_token')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  expect(JSON.stringify(row)).not.toContain(token.slice(-43));
});

test('an expired token is nobody', async () => {
  const { token } = await create({ expiresAt: new Date(now.getTime() + 1_000) });
  expect(await actorOf(token)).toBeDefined();
  expect(await actorOf(token, new Date(now.getTime() + 1_000))).toBeUndefined();
});

test('a revoked token is nobody, and is revoked once and by its owner only', async () => {
  const { id, token } = await create();
  expect(await revokeMachineToken(services(), { id, accountId: newId() })).toBe(false);
  expect(await actorOf(token)).toBeDefined();
  expect(await revokeMachineToken(services(), { id, accountId })).toBe(true);
  expect(await actorOf(token)).toBeUndefined();
  expect(await revokeMachineToken(services(), { id, accountId })).toBe(false);
});

test('nobody gets a token for a stranger to the network', async () => {
  await ensureAccount(database.db, { name: 'Bo', email: 'bo@example.org' });
  await expect(create({ email: 'bo@example.org' })).rejects.toMatchObject({ code: 'auth.account_unknown' });
  await expect(create({ email: 'nobody@example.org' })).rejects.toMatchObject({ code: 'auth.account_unknown' });
});
