import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { errnoOf } from '../../errno.ts';

/** A PostgreSQL server that runs on a cluster folder, as its `postmaster.pid` tells. */
export interface Postmaster {
  pid: number;
  socketFolder: string;
  isReady: boolean;
}

/**
 * The server that runs on this cluster, whoever started it. A leftover `postmaster.pid` whose number now belongs to
 * another program is removed, because PostgreSQL would refuse to start beside it.
 */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const path = join(cluster, 'postmaster.pid');
  const lines = readLines(path);
  const pid = Number(lines?.[0]);
  if (lines === undefined || !(pid > 0)) return undefined;
  if (!isOurs(pid, cluster)) {
    if (isRunning(pid)) rmSync(path, { force: true });
    return undefined;
  }
  return { pid, socketFolder: lines[4] ?? '', isReady: lines[7]?.trim() === 'ready' };
}

/** A dead process that nobody has collected yet counts as gone. */
export function isRunning(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}

function isOurs(pid: number, cluster: string): boolean {
  try {
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return basename(args[0] ?? '') === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

function readLines(path: string): string[] | undefined {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
