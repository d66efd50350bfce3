import { roles } from '@collegium/contract/roles.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { allRoutes } from '../../routes.ts';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { cookieHeader } from '../../testing/cookies.ts';
import { addOffer } from '../../testing/offers.ts';
import { startReplicated, type ReplicatedServers } from '../../testing/replica.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../../testing/world.ts';
import { unsafeSignIn } from '../auth/sign-in-as.ts';
import { connect, inNetwork, type Database } from '../database/database.ts';
import { type ReplicaReads, watchReplica } from '../database/replica.ts';

let servers: ReplicatedServers;
let watched: ReplicaReads;
let replica: Database;
let world: TestApp;
let vantera: TestOrganisation;
let host: TestMember;
const failures: unknown[] = [];

beforeAll(async () => {
  servers = await startReplicated();
  const primary = connect(servers.primary.url);
  replica = connect(servers.replica.url);
  watched = watchReplica({ primary, replica, log: pino({ level: 'silent' }), pollMs: 50 });
  const giveUp = (error: unknown) => {
    failures.push(error);
    watched.giveUp(error);
  };
  world = await createTestApp({
    database: {
      db: primary,
      network: inNetwork(primary, 'test'),
      url: servers.primary.url,
      close: async () => {
        await watched.stop();
        await primary.destroy();
        await replica.destroy();
      },
    },
    replica: { ...watched, giveUp },
  });
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  host = await addMember(world.db, world.network, vantera, 'host_supervisor');
}, 60_000);
afterAll(async () => {
  await world.close();
  await servers.stop();
});
afterEach(() => resume());

const pause = () => sql`select pg_wal_replay_pause()`.execute(replica);
const resume = () => sql`select pg_wal_replay_resume()`.execute(replica).catch(() => {});
const isNear = () => vi.waitUntil(() => watched.current() !== undefined, { timeout: 20_000, interval: 20 });
const titles = async (headers: Record<string, string> = {}) => {
  const answer = await world.request(null, 'GET', '/offers?limit=100', undefined, headers);
  return answer.json<{ items: { title: { en: string } }[] }>().items.map(({ title }) => title.en);
};
const publish = (title: string) => addOffer(world, host, { title: { en: title } });
const cookieOf = async (member: TestMember) => cookieHeader(await unsafeSignIn(world.services, member.accountId));

test('a list is read from the replica, and shows what was written as soon as that arrived there', async () => {
  await isNear();
  await pause();
  await publish('Rotor blades');
  expect(await titles()).not.toContain('Rotor blades');
  await resume();
  await vi.waitUntil(async () => (await titles()).includes('Rotor blades'), { timeout: 10_000 });
});

test('whoever wrote something reads it back at once, whatever process answers; others a little later', async () => {
  const cookie = await cookieOf(host);
  await isNear();
  await pause();
  const search = { name: 'Wind', query: { words: 'wind' } };
  const noted = await world.request(null, 'POST', '/saved-searches', search, { cookie });
  expect(noted.statusCode).toBe(201);
  const wrote = [noted.headers['set-cookie']].flat().find((one) => one?.startsWith('collegium.wrote='));
  expect(wrote).toMatch(/^collegium\.wrote=1; Max-Age=10; Path=\/; HttpOnly; SameSite=Lax$/);
  await publish('Gearboxes');
  expect(await titles({ cookie: `${cookie}; collegium.wrote=1` })).toContain('Gearboxes');
  expect(await titles({ cookie })).not.toContain('Gearboxes');
});

test('a refused write and a read leave no mark', async () => {
  const cookie = await cookieOf(host);
  const refused = await world.request(null, 'POST', '/saved-searches', { name: '' }, { cookie });
  const read = await world.request(null, 'GET', '/saved-searches', undefined, { cookie });
  expect([refused.statusCode, refused.headers['set-cookie'], read.headers['set-cookie']]).toEqual([
    422,
    undefined,
    undefined,
  ]);
});

test('a program that may write reads from the primary, one that only reads from the replica', async () => {
  const reader = await addMember(world.db, world.network, vantera, 'teacher');
  await world.db
    .updateTable('platform.machine_token')
    .set({ scopes: ['read'] })
    .where('account_id', '=', reader.accountId)
    .execute();
  await isNear();
  await pause();
  await publish('Towers');
  expect(await titles({ authorization: `Bearer ${host.token}` })).toContain('Towers');
  expect(await titles({ authorization: `Bearer ${reader.token}` })).not.toContain('Towers');
});

test('every route that may lag is answered by the replica, without a second try', async () => {
  const members = new Map<string, string>();
  for (const role of roles)
    members.set(role, await cookieOf(await addMember(world.db, world.network, vantera, role, role)));
  const lagging = allRoutes.filter(({ mayLag }) => mayLag);
  expect(lagging.length).toBeGreaterThan(10);
  await vi.waitUntil(async () => {
    const { rows } = await sql`select from platform.sign_in having count(*) >= ${roles.length}`.execute(replica);
    return rows.length > 0;
  });
  const { id } = await publish('Nacelles');
  await vi.waitUntil(async () => (await titles()).includes('Nacelles'), { timeout: 10_000 });
  await isNear();
  for (const { url: pattern, permission } of lagging) {
    const url = pattern.replace(':offerId', id);
    const role = roles.find((one) => roleHas(one, permission));
    const isOfPeriod = url.startsWith('/sharing/') || url === '/agreement-last-days';
    const asked = isOfPeriod ? `${url}?from=2026-10-01&until=2026-10-31` : url;
    const answer = await world.request(null, 'GET', asked, undefined, { cookie: members.get(role ?? '') ?? '' });
    expect([pattern, answer.statusCode]).toEqual([pattern, 200]);
  }
  expect(failures).toEqual([]);
});

test('a replica that falls behind is left alone until it has caught up', { timeout: 30_000 }, async () => {
  await isNear();
  await pause();
  await publish('Foundations');
  expect(await titles()).not.toContain('Foundations');
  await vi.waitUntil(() => watched.current() === undefined, { timeout: 20_000 });
  expect(await titles()).toContain('Foundations');
  await resume();
  await isNear();
});

test('when the replica is gone the primary answers, and nobody notices', { timeout: 30_000 }, async () => {
  await isNear();
  await publish('Cables');
  await servers.replica.stop();
  expect(await titles()).toContain('Cables');
  expect(failures).toHaveLength(1);
  expect(watched.current()).toBeUndefined();
});
