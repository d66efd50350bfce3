import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../errno.ts';
import type { Config, LoadedConfig } from './config.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Completes the configuration with the secret that signs sessions and tokens: the one that is set, else the one in the
 * data folder (`secret`, mode 0600), which is made on first use.
 */
export function withSecret(config: LoadedConfig): Config {
  return { ...config, secret: config.secret ?? keptSecret(config.dataFolder) };
}

function keptSecret(dataFolder: string): string {
  const path = join(dataFolder, 'secret');
  return readSecret(path) ?? makeSecret(dataFolder, path);
}

function readSecret(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim() || undefined;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written beside and linked into place, so that two servers starting at once agree and a crash leaves no half secret. */
function makeSecret(dataFolder: string, path: string): string {
  makeFolder(dataFolder);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, 'utf8').trim();
}
