import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { connect, type Database, inNetwork } from '../platform/database/database.ts';
import { administer, urlOfDatabase } from './administer.ts';

export interface TestDatabase {
  db: Database;
  /** The tables of the network `test`. */
  network: Database;
  url: string;
  close: () => Promise<void>;
}

/** A database of its own for one test file: migrated, with an empty network `test`. Close it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServerUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name} template ${inject('templateDatabase')}`);
  const url = urlOfDatabase(server, name);
  const db = connect(url, { size: 10 });
  const close = async () => {
    await db.destroy();
    await administer(server, `drop database ${name} with (force)`);
  };
  return { db, network: inNetwork(db, 'test'), url, close };
}
