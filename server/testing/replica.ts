import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EmbeddedServer, startEmbedded } from '../platform/database/embedded/server.ts';
import { migrate, migrateNetwork } from '../platform/database/migrate.ts';
import { createScratchFolder } from './scratch-folder.ts';

export interface ReplicatedServers {
  primary: EmbeddedServer;
  replica: EmbeddedServer;
  stop: () => Promise<void>;
}

/**
 * A primary with an empty network `test`, and a second server that follows its log: begun from a copy of its files, as
 * the embedded PostgreSQL has no pg_basebackup.
 */
export async function startReplicated(): Promise<ReplicatedServers> {
  const [one, other] = [createScratchFolder('primary'), createScratchFolder('replica')];
  const settings = { wal_level: 'replica' };
  const first = await startEmbedded(one, { settings });
  await migrate(first.url);
  await migrateNetwork(first.url, 'test');
  await first.stop();
  const copy = join(other, 'postgres');
  // With owners, which are PostgreSQL's own user when root runs the tests.
  execFileSync('cp', ['--archive', first.cluster, copy]);
  writeFileSync(join(copy, 'standby.signal'), '');
  const primary = await startEmbedded(one, { settings });
  const socket = decodeURIComponent(new URL(primary.url.replace('@/', '@localhost/')).searchParams.get('host') ?? '');
  const replica = await startEmbedded(other, {
    settings: { ...settings, hot_standby: 'on', primary_conninfo: `host='${socket}' user=collegium` },
  });
  const stop = async () => {
    await replica.stop();
    await primary.stop();
    for (const folder of [one, other]) rmSync(folder, { recursive: true, force: true });
  };
  return { primary, replica, stop };
}
