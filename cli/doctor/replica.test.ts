import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connect, type Database } from '../../server/platform/database/database.ts';
import { startReplicated, type ReplicatedServers } from '../../server/testing/replica.ts';
import { examineReplica } from './replica.ts';

let servers: ReplicatedServers;
let primary: Database;

beforeAll(async () => {
  servers = await startReplicated();
  primary = connect(servers.primary.url);
}, 60_000);
afterAll(async () => {
  await primary.destroy();
  await servers.stop();
});

async function examine(url: string) {
  const other = connect(url);
  try {
    return await examineReplica(primary, other);
  } finally {
    await other.destroy();
  }
}

test('a replica that follows is well', async () => {
  expect(await examine(servers.replica.url)).toMatchObject({ state: 'good' });
});

test.each([
  ['the primary itself', () => servers.primary.url, 'DATABASE_REPLICA_URL names a server that follows no other'],
  [
    'a server that has nothing to do with it',
    () => inject('databaseServerUrl'),
    'names a server that follows no other',
  ],
  ['a server that is not there', () => 'postgres://nobody@127.0.0.1:1/none', 'the replica cannot be reached'],
])('%s is named, with what to do', async (_, url, says) => {
  const finding = await examine(url());
  expect(finding).toMatchObject({ about: 'database', state: 'wrong', says: expect.stringContaining(says) });
  expect(finding.mend).toBeTruthy();
});
