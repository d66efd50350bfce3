import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseUnavailable } from '../server-version.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { clusterFolder, socketFolder } from './folders.ts';
import { findOwner, type Owner } from './owner.ts';
import { findPostmaster, isRunning, type Postmaster } from './postmaster.ts';

export interface EmbeddedServer {
  /** Connection string of the server's Unix socket; there is no TCP port. */
  url: string;
  pid: number;
  cluster: string;
  /** Ends the server: sessions are cut, everything acknowledged is on disk. */
  stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  /** `settings` for the command line of `postgres`, besides ours. */
  settings?: Record<string, string>;
}

const patience = { pollMs: 5, retryMs: 200, launches: 30 };

/**
 * Starts PostgreSQL on `<data>/postgres`, creating the cluster first, or joins the server that already runs there.
 * Survives any kill: a leftover lock is recognised, a server whose parent died is joined.
 * Throws `DatabaseUnavailable` with one sentence.
 */
export async function startEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const owner = findOwner();
  const cluster = clusterFolder(dataFolder, owner);
  const running = findPostmaster(cluster) ?? launch(cluster, dataFolder, owner, options);
  const ready = await untilReady(cluster, dataFolder, running, () => launch(cluster, dataFolder, owner, options));
  return {
    url: `postgres://collegium@/postgres?host=${encodeURIComponent(ready.socketFolder)}`,
    pid: ready.pid,
    cluster,
    stop: () => stopPostmaster(ready.pid),
  };
}

/** A fast shutdown; returns when the server is gone. */
export async function stopPostmaster(pid: number): Promise<void> {
  if (!isRunning(pid)) return;
  process.kill(pid, 'SIGINT');
  while (isRunning(pid)) await sleep(patience.pollMs);
}

type Launched = { pid: number; hasExited: () => boolean };

function launch(cluster: string, dataFolder: string, owner: Owner | undefined, options: EmbeddedOptions): Launched {
  const binaries = findBinaries(owner);
  if (!existsSync(join(cluster, 'PG_VERSION'))) createCluster(cluster, binaries, owner);
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketFolder(cluster, owner),
    unix_socket_permissions: '0700',
    max_connections: '200',
    jit: 'off',
    // After a crash one call flushes the file system, rather than one for each of a thousand files.
    recovery_init_sync_method: 'syncfs',
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openLog(dataFolder);
  // Detached, so that the terminal's Ctrl-C reaches only Collegium, which then stops the server in order.
  const child = spawn(binaries.postgres, ['-D', cluster, ...flags], {
    ...owner,
    cwd: cluster,
    env: { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C' },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  let exited = false;
  child.on('exit', () => (exited = true));
  child.on('error', () => (exited = true));
  child.unref();
  return { pid: child.pid ?? 0, hasExited: () => exited };
}

/** Made beside and renamed into place: a kill halfway leaves no half cluster that would be taken for a whole one. */
function createCluster(cluster: string, binaries: Binaries, owner: Owner | undefined): void {
  const draft = mkdtempSync(join(dirname(cluster), '.initdb-'));
  if (owner) chownSync(draft, owner.uid, owner.gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=collegium', '--auth=trust'];
  const made = spawnSync(binaries.initdb, ['-D', draft, ...access, ...locale, '--no-instructions'], {
    ...owner,
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    encoding: 'utf8',
  });
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new DatabaseUnavailable(`The embedded database could not be created in ${cluster}: ${made.stderr.trim()}`);
  }
  try {
    renameSync(draft, cluster);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error;
  }
}

function openLog(dataFolder: string): number {
  const log = openSync(join(dataFolder, 'postgres.log'), 'a', 0o640);
  if (fstatSync(log).size > 10_000_000) ftruncateSync(log);
  return log;
}

/** Waits as long as a server is there: one that recovers a large log takes its time. */
async function untilReady(
  cluster: string,
  dataFolder: string,
  first: Postmaster | Launched,
  relaunch: () => Launched,
): Promise<Postmaster> {
  let attempt = first;
  for (let launches = 1; launches <= patience.launches;) {
    const found = findPostmaster(cluster);
    if (found?.isReady) return found;
    const isGone = 'hasExited' in attempt ? attempt.hasExited() : !isRunning(attempt.pid);
    if (isGone && found === undefined) {
      // It gave up, or the one that ran has just ended: processes of a killed server may hold its memory for a moment.
      await sleep(patience.retryMs);
      attempt = findPostmaster(cluster) ?? relaunch();
      launches += 1;
    }
    await sleep(patience.pollMs);
  }
  throw new DatabaseUnavailable(`The embedded database did not start; ${join(dataFolder, 'postgres.log')} says why.`);
}
