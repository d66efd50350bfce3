import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../errno.ts';
import type { Checkpoint } from './checkpoint.ts';

/** A checkpoint that is kept outside the database, so that cutting off the end of the record is found as well. */
export interface Witness {
  network: string;
  size: number;
  /** Hex. */
  root: string;
  at: string;
  keyId: string;
  /** Hex. */
  signature: string;
}

/** Keeps the latest checkpoint of a network in the data folder. */
export function keepWitness(dataFolder: string, checkpoint: Checkpoint & { keyId: string; signature: Buffer }): void {
  const path = pathOf(dataFolder, checkpoint.network);
  mkdirSync(join(dataFolder, 'seal'), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.${process.pid}`, `${JSON.stringify(witnessOf(checkpoint))}\n`, { mode: 0o600 });
  renameSync(`${path}.${process.pid}`, path);
}

export function witnessOf({
  network,
  size,
  root,
  at,
  keyId,
  signature,
}: Checkpoint & { keyId: string; signature: Buffer }): Witness {
  return {
    network,
    size,
    root: root.toString('hex'),
    at: at.toISOString(),
    keyId,
    signature: signature.toString('hex'),
  };
}

/** The checkpoint that was kept of a network; undefined when there is none. */
export function readWitness(dataFolder: string, network: string): Witness | undefined {
  try {
    return JSON.parse(readFileSync(pathOf(dataFolder, network), 'utf8')) as Witness;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function pathOf(dataFolder: string, network: string): string {
  return join(dataFolder, 'seal', `${network}.checkpoint.json`);
}
