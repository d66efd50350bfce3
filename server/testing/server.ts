import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterFolder } from '../platform/database/embedded/folders.ts';
import { findOwner } from '../platform/database/embedded/owner.ts';
import { findPostmaster, isRunning } from '../platform/database/embedded/postmaster.ts';
import { startEmbedded, stopPostmaster } from '../platform/database/embedded/server.ts';
import { migrate, migrateNetwork } from '../platform/database/migrate.ts';
import { administer, urlOfDatabase } from './administer.ts';
import { createScratchFolder } from './scratch-folder.ts';

export interface TestServer {
  url: string;
  template: string;
  stop: () => Promise<void>;
}

/** Nothing here must survive a power cut, so nothing is flushed to the disk. */
const careless = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
};

/**
 * A database server for tests, with a template that holds the platform and a network `test`: the one that
 * `TEST_DATABASE_URL` names, else an embedded one in the system's temporary folder.
 */
export async function startTestServer(): Promise<TestServer> {
  const external = process.env['TEST_DATABASE_URL'];
  const server = external === undefined ? await startScratchServer() : { url: external, stop: async () => {} };
  const template = `collegium_template_${randomBytes(4).toString('hex')}`;
  await administer(server.url, `create database ${template}`);
  const url = urlOfDatabase(server.url, template);
  await migrate(url);
  await migrateNetwork(url, 'test');
  const stop = async () => {
    if (external !== undefined) await administer(server.url, `drop database ${template}`);
    await server.stop();
  };
  return { url: server.url, template, stop };
}

async function startScratchServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  await removeLeftovers();
  const folder = createScratchFolder(`test-${process.pid}`);
  const server = await startEmbedded(folder, { settings: careless });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

/** A test run that was killed leaves its server behind; the next run takes it away. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^collegium-test-(\d+)-/.exec(name)?.[1]);
    if (!(pid > 0) || isRunning(pid)) continue;
    const folder = join(tmpdir(), name);
    const postmaster = findPostmaster(clusterFolder(folder, findOwner()));
    if (postmaster) await stopPostmaster(postmaster.pid);
    rmSync(folder, { recursive: true, force: true });
  }
}
