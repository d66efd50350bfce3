import { chmodSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { createScratchFolder } from '../../testing/scratch-folder.ts';
import { recordEvent } from '../audit/change.ts';
import { newId } from '../ids.ts';
import { sealKeyOf } from './kept-key.ts';
import { rotateKey } from './rotate-key.ts';
import { sealEvents } from './seal-events.ts';
import { verifySeal } from './verify-seal.ts';
import { readWitness, type Witness } from './witness.ts';

let world: TestApp;
let dataFolder: string;

beforeEach(async () => {
  world = await createTestApp();
  dataFolder = createScratchFolder('seal');
  Object.assign(world.services.config, { dataFolder, sealKey: undefined });
});
afterEach(async () => {
  await world.close();
  await rm(dataFolder, { recursive: true });
});

const scope = () => world.scopeOf();
const seal = () => sealEvents(world.services, { db: world.network, slug: 'test' });
const verify = (witnesses: Witness[] = [], publicKey = sealKeyOf(world.services.config).publicKey) =>
  verifySeal({ db: world.network, network: 'test', publicKey, witnesses });

/** Records events one after the other and returns their ids. */
async function record(count: number, details = { seats: 4 }): Promise<string[]> {
  for (let i = 0; i < count; i++)
    await recordEvent(scope(), { action: 'offer.changed', objectType: 'offer', objectId: newId(), details });
  const rows = await world.network.selectFrom('audit_event').select('id').orderBy('id', 'desc').limit(count).execute();
  return rows.map(({ id }) => id).toReversed();
}

/** Somebody with the database's own password, behind the application's back. */
const behindTheBack = (statement: string) => sql.raw(statement).execute(world.db);

test('an untouched history is proved, in one checkpoint per sealing', async () => {
  await record(3);
  expect(await seal()).toBe(3);
  await record(2);
  expect(await seal()).toBe(2);
  expect(await seal()).toBe(0);
  await record(1);
  expect(await verify()).toMatchObject({ sealed: 5, checkpoints: 2, unsealed: 1, faults: [] });
});

test.each([
  ['the action', `action = 'offer.withdrawn'`],
  ['the instant, by a microsecond', `at = at + interval '1 microsecond'`],
  ['the reason', `reason = 'because'`],
  ['a detail', `details = '{"seats": 5}'`],
  ['who did it', `person_id = gen_random_uuid()`],
])('a changed event is found and named, whatever was changed of it: %s', async (_what, change) => {
  const ids = await record(5);
  await seal();
  await behindTheBack(`update network_test.audit_event set ${change} where id in ('${ids[2]}', '${ids[4]}')`);
  const { faults } = await verify();
  expect(faults.map(({ kind, position, eventId }) => ({ kind, position, eventId }))).toEqual([
    { kind: 'changed', position: 2, eventId: ids[2] },
    { kind: 'changed', position: 4, eventId: ids[4] },
  ]);
});

test('a removed event is found and named', async () => {
  const ids = await record(4);
  await seal();
  await behindTheBack(`delete from network_test.audit_event where id = '${ids[1]}'`);
  expect((await verify()).faults[0]).toMatchObject({ kind: 'removed', position: 1, eventId: ids[1] });
});

test('an event removed together with its leaf is found where the order is broken', async () => {
  const ids = await record(4);
  await seal();
  await behindTheBack(`delete from network_test.audit_event where id = '${ids[1]}'`);
  await behindTheBack(`delete from network_test.audit_leaf where event_id = '${ids[1]}'`);
  expect((await verify()).faults).toMatchObject([{ kind: 'leaves', position: 0 }]);
});

test('an event changed together with its leaf does not fit what was signed; what came before and after does', async () => {
  await record(2);
  await seal();
  const [id] = await record(2);
  await seal();
  await record(2);
  await seal();
  await behindTheBack(`update network_test.audit_event set reason = 'because' where id = '${id}'`);
  await behindTheBack(
    `update network_test.audit_leaf set hash = decode(repeat('ab', 32), 'hex') where event_id = '${id}'`,
  );
  expect((await verify()).faults).toMatchObject([
    { kind: 'changed', position: 2, eventId: id },
    { kind: 'leaves', position: 2 },
  ]);
});

test('an event slipped in as if it had been sealed is found', async () => {
  await record(2);
  await seal();
  const [id] = await record(1);
  await behindTheBack(`update network_test.audit_event set sealed_at = now() where id = '${id}'`);
  expect((await verify()).faults).toMatchObject([{ kind: 'slipped_in', eventId: id }]);
});

test('an event that is made to look unsealed is found, and stops no sealing', async () => {
  const [, id] = await record(3);
  await seal();
  await behindTheBack(`update network_test.audit_event set sealed_at = null where id = '${id}'`);
  await record(2);
  expect(await seal()).toBe(2);
  expect(await verify()).toMatchObject({ sealed: 5, faults: [{ kind: 'unticked', eventId: id }] });
});

test('events that changed places are found from the first leaf of their checkpoint on', async () => {
  await record(2);
  await seal();
  await record(3);
  await seal();
  await behindTheBack(`update network_test.audit_leaf set position = position + 100 where position in (3, 4)`);
  await behindTheBack(`update network_test.audit_leaf set position = 4 where position = 103`);
  await behindTheBack(`update network_test.audit_leaf set position = 3 where position = 104`);
  expect((await verify()).faults).toMatchObject([{ kind: 'leaves', position: 2 }]);
});

test('an event put between sealed ones, with a leaf of its own, breaks the tree', async () => {
  await record(2);
  await seal();
  const [id] = await record(1);
  await behindTheBack(`update network_test.audit_event set sealed_at = now() where id = '${id}'`);
  await behindTheBack(
    `insert into network_test.audit_leaf (position, event_id, hash) values (2, '${id}', decode(repeat('ab', 32), 'hex'))`,
  );
  expect((await verify()).faults).toMatchObject([
    { kind: 'changed', position: 2, eventId: id },
    { kind: 'leaves', position: 2, message: expect.stringContaining('No checkpoint covers it') },
  ]);
});

test.each([
  ['its root', `root = decode(repeat('00', 32), 'hex')`],
  ['its instant', `at = at + interval '1 hour'`],
  ['its signature', `signature = decode(repeat('00', 64), 'hex')`],
  ['its size', `size = 7`],
])('a checkpoint is not believed when somebody changed %s', async (_what, change) => {
  await record(2);
  await seal();
  await record(2);
  await seal();
  await behindTheBack(`update network_test.audit_checkpoint set ${change} where size = 2`);
  expect((await verify()).faults.map(({ kind }) => kind)).toContain('checkpoint');
});

test('a checkpoint taken out of the middle changes nothing: the next one covers what it covered', async () => {
  const [id] = await record(2);
  await seal();
  await record(2);
  await seal();
  await behindTheBack('delete from network_test.audit_checkpoint where size = 2');
  expect((await verify()).faults).toEqual([]);
  await behindTheBack(`update network_test.audit_event set reason = 'because' where id = '${id}'`);
  expect((await verify()).faults).toMatchObject([{ kind: 'changed', position: 0, eventId: id }]);
});

test('a frontier that was changed is found by the next checkpoint', async () => {
  await record(2);
  await seal();
  await record(2);
  await seal();
  await behindTheBack(
    `update network_test.audit_checkpoint set frontier = decode(repeat('00', 32), 'hex') where size = 2`,
  );
  expect((await verify()).faults).toMatchObject([{ kind: 'leaves', position: 2 }]);
});

test('a key put into the database, said to follow the real one, is not believed', async () => {
  await record(2);
  await seal();
  const honest = sealKeyOf(world.services.config).publicKey;
  const folder = createScratchFolder('forger');
  const forger = { ...world.services, config: { ...world.services.config, dataFolder: folder } };
  await record(1);
  await sealEvents(forger, { db: world.network, slug: 'test' });
  expect((await verify([], honest)).faults).toMatchObject([{ kind: 'checkpoint', position: 2 }]);
  await rm(folder, { recursive: true });
});

test('a history signed anew with a forger’s key is not believed', async () => {
  await record(2);
  await seal();
  const honest = sealKeyOf(world.services.config).publicKey;
  const folder = createScratchFolder('forger');
  for (const table of ['audit_leaf', 'audit_checkpoint', 'seal_key'])
    await behindTheBack(`delete from network_test.${table}`);
  await behindTheBack('update network_test.audit_event set sealed_at = null');
  const forger = { ...world.services, config: { ...world.services.config, dataFolder: folder } };
  await sealEvents(forger, { db: world.network, slug: 'test' });
  expect((await verify([], honest)).faults).toMatchObject([{ kind: 'checkpoint', position: 1 }]);
  await rm(folder, { recursive: true });
});

test('cutting off the end is found by a checkpoint kept outside the database', async () => {
  await record(2);
  await seal();
  await record(2);
  await seal();
  const witness = readWitness(dataFolder, 'test') as Witness;
  expect(witness.size).toBe(4);
  await behindTheBack('delete from network_test.audit_checkpoint where size = 4');
  await behindTheBack(
    `delete from network_test.audit_event where id in (select event_id from network_test.audit_leaf where position > 1)`,
  );
  await behindTheBack('delete from network_test.audit_leaf where position > 1');
  expect((await verify()).faults).toEqual([]);
  expect((await verify([witness])).faults).toMatchObject([{ kind: 'cut_off', position: 2 }]);
});

test('an event that is committed late is sealed late, and none is passed over', async () => {
  const early = await world.db.startTransaction().execute();
  const lateScope = { ...scope(), db: early.withSchema('network_test') };
  await recordEvent(lateScope, { action: 'offer.changed', objectType: 'offer', objectId: newId() });
  await record(2);
  expect(await seal()).toBe(2);
  await early.commit().execute();
  expect(await seal()).toBe(1);
  expect(await verify()).toMatchObject({ sealed: 3, unsealed: 0, faults: [] });
});

test('processes that seal at once seal every event once', async () => {
  await record(20);
  const sealed = await Promise.all([seal(), seal(), seal(), seal()]);
  expect(sealed.reduce((sum, count) => sum + count)).toBe(20);
  expect(await verify()).toMatchObject({ sealed: 20, checkpoints: 1, faults: [] });
});

test('a rotated key endorses the one before it, and what that one signed still counts', async () => {
  await record(2);
  await seal();
  const old = sealKeyOf(world.services.config);
  const rotated = await rotateKey(world.services);
  expect(rotated.from).toBe(old.id);
  expect(sealKeyOf(world.services.config).id).toBe(rotated.to);
  await record(1);
  await seal();
  expect(await verify()).toMatchObject({ sealed: 4, checkpoints: 3, faults: [] });
  const { keys } = (await world.request(null, 'GET', '/seal')).json<{ keys: { id: string }[] }>();
  expect(keys.map(({ id }) => id)).toEqual([rotated.from, rotated.to]);
});

test('a key that another one replaced seals no more', async () => {
  await record(1);
  await seal();
  const config = { ...world.services.config, sealKey: 'c2VhbHMgaW4gdGVzdHMgb25seSwgMzIgYnl0ZXMgaXQ' };
  await record(1);
  await sealEvents({ ...world.services, config }, { db: world.network, slug: 'test' });
  await record(1);
  await expect(seal()).rejects.toThrow(/Another key took the place/);
});

test('nothing is built on a checkpoint that was changed', async () => {
  await record(1);
  await seal();
  await behindTheBack(`update network_test.audit_checkpoint set root = decode(repeat('00', 32), 'hex')`);
  await record(1);
  await expect(seal()).rejects.toThrow(/last checkpoint of “test” was changed/);
});

test('the private key is in its file, for its owner alone, and nowhere in the database', async () => {
  await record(1);
  await seal();
  const path = join(dataFolder, 'seal', 'key');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const seed = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url').toString('hex');
  const { rows } = await sql<{ all: string }>`
    select concat((select string_agg(k::text, '') from network_test.seal_key k),
                  (select string_agg(c::text, '') from network_test.audit_checkpoint c)) as all`.execute(world.db);
  expect(rows[0]?.all).toContain(sealKeyOf(world.services.config).publicKey.toString('hex'));
  expect(rows[0]?.all).not.toContain(seed);
  chmodSync(path, 0o644);
  await record(1);
  await expect(seal()).rejects.toThrow(/Others may read/);
});

test('anybody reads the public keys and the latest checkpoint', async () => {
  await record(2);
  await seal();
  const answer = await world.request(null, 'GET', '/seal');
  expect(answer.json()).toMatchObject({ keys: [{ predecessor: null }], checkpoint: readWitness(dataFolder, 'test') });
});
