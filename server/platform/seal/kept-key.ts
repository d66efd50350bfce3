import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../config/config.ts';
import { errnoOf } from '../errno.ts';
import { keyOfSeed, newSeed, type SealKey } from './keys.ts';

type SealConfig = Pick<Config, 'dataFolder' | 'sealKey'>;

/** The key file is there but cannot be used; the message says which and what to do. */
export class SealKeyError extends Error {
  override readonly name = 'SealKeyError';
}

/** The key that this installation seals with: COLLEGIUM_SEAL_KEY, else the one in the data folder, made on first use. */
export function sealKeyOf(config: SealConfig): SealKey {
  const seed = config.sealKey ?? readSeed(config.dataFolder) ?? makeSeed(config.dataFolder);
  const key = keyOfSeed(seed);
  if (!key) throw new SealKeyError(`${pathOf(config.dataFolder)} is no key; put back the copy that was kept of it.`);
  return key;
}

/** Puts a new key in the place of the one in the data folder, at once or not at all. */
export function replaceKeptKey(dataFolder: string): SealKey {
  const seed = newSeed();
  const path = pathOf(dataFolder);
  renameSync(writeDraft(path, seed), path);
  return keyOfSeed(seed) as SealKey;
}

const pathOf = (dataFolder: string) => join(dataFolder, 'seal', 'key');

function readSeed(dataFolder: string): string | undefined {
  const path = pathOf(dataFolder);
  try {
    if ((statSync(path).mode & 0o077) !== 0)
      throw new SealKeyError(`Others may read ${path}; take that away with chmod 600, and rotate the key.`);
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written beside and linked into place, so that two servers starting at once agree and a crash leaves no half key. */
function makeSeed(dataFolder: string): string {
  const path = pathOf(dataFolder);
  const draft = writeDraft(path, newSeed());
  try {
    linkSync(draft, path);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, 'utf8').trim();
}

function writeDraft(path: string, seed: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${seed}\n`, { mode: 0o600, flush: true });
  return draft;
}
