import { createHash } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../config/make-folder.ts';
import { DatabaseUnavailable } from '../server-version.ts';
import { systemFolder } from './binaries.ts';
import { canRun, type Owner } from './owner.ts';

/**
 * The real folder of the cluster behind `<data>/postgres`. When the owner cannot enter the data folder, as below /root,
 * `<data>/postgres` is a link to a folder of its own in /var/lib/collegium.
 */
export function clusterFolder(dataFolder: string, owner: Owner | undefined): string {
  makeFolder(dataFolder);
  const wanted = join(dataFolder, 'postgres');
  if (isPresent(wanted)) return existingFolder(wanted);
  if (owner === undefined || canRun(owner, 'test', '-x', dataFolder)) return join(realpathSync(dataFolder), 'postgres');
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
  const home = mkdtempSync(join(systemFolder, 'data-'));
  chownSync(home, owner.uid, owner.gid);
  const folder = join(home, 'postgres');
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, owner.uid, owner.gid);
  symlinkSync(folder, wanted);
  return folder;
}

/** Where the server's Unix socket goes: the cluster itself, unless its path is too long for a socket (107 bytes). */
export function socketFolder(cluster: string, owner: Owner | undefined): string {
  if (Buffer.byteLength(join(cluster, '.s.PGSQL.5432.lock')) <= 107) return cluster;
  const uid = owner?.uid ?? process.getuid?.() ?? 0;
  const base = owner === undefined ? (process.env['XDG_RUNTIME_DIR'] ?? tmpdir()) : '/tmp';
  const key = createHash('sha256').update(cluster).digest('hex').slice(0, 16);
  const folder = join(base, `collegium-${uid}-${key}`);
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 });
    if (owner) chownSync(folder, owner.uid, owner.gid);
  }
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0)
    throw new DatabaseUnavailable(`${folder} belongs to somebody else; remove it, or choose a shorter COLLEGIUM_DATA.`);
  return folder;
}

function isPresent(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function existingFolder(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  throw new DatabaseUnavailable(
    `${path} points to a folder that is gone; restore that folder, or remove the link (in ${dirname(path)}) to begin empty.`,
  );
}
