import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { countRoundTrips } from '../database/round-trips.ts';
import { Networks } from './networks.ts';

let database: TestDatabase;
let networks: Networks;

beforeAll(async () => {
  database = await createTestDatabase();
  networks = new Networks(database.db);
});
afterAll(() => database.close());
afterEach(() => void vi.useRealTimers());

let ahead = 0;
function passMinute() {
  ahead += 200_000;
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ahead });
}
const nameNow = async () => (await networks.find('other'))?.name;

test('what is not there is asked for again, and seen as soon as it is made', async () => {
  expect(await networks.find('other')).toBeUndefined();
  expect(await networks.find('No network')).toBeUndefined();
  await database.db.insertInto('platform.network').values({ slug: 'other', name: 'Other' }).execute();
  expect(await networks.find('other')).toEqual({ slug: 'other', name: 'Other', isSample: false });
});

test('no request waits for what is known, and a new name shows after a minute', async () => {
  await database.db.updateTable('platform.network').set({ name: 'New' }).where('slug', '=', 'other').execute();
  expect(await nameNow()).toBe('Other');
  passMinute();
  const { result, roundTrips } = await countRoundTrips(nameNow);
  expect([result, roundTrips]).toEqual(['Other', 0]);
  await vi.waitUntil(async () => (await nameNow()) === 'New');
});

test('one that is gone is not there after a minute', async () => {
  await database.db.deleteFrom('platform.network').where('slug', '=', 'other').execute();
  passMinute();
  await vi.waitUntil(async () => (await nameNow()) === undefined);
});
