import { chmodSync, lstatSync, mkdirSync, readlinkSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createScratchFolder } from '../../../testing/scratch-folder.ts';
import { systemFolder } from './binaries.ts';
import { clusterFolder, socketFolder } from './folders.ts';
import { findOwner } from './owner.ts';

const isRoot = process.getuid?.() === 0;
let folder: string;

beforeEach(() => {
  folder = createScratchFolder('folders');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the cluster lies in the data folder where its owner can get there', () => {
  expect(clusterFolder(join(folder, 'data'), findOwner())).toBe(join(realpathSync(folder), 'data/postgres'));
});

test('a link whose folder is gone is told, rather than beginning empty', () => {
  symlinkSync('/nowhere/postgres', join(folder, 'postgres'));
  expect(() => clusterFolder(folder, findOwner())).toThrow(/points to a folder that is gone; restore that folder/);
});

describe.runIf(isRoot)('below a folder that only root may enter', () => {
  let home: string | undefined;
  afterEach(() => {
    if (home !== undefined) rmSync(home, { recursive: true });
  });

  test('the cluster gets a folder of its own elsewhere, to which the data folder links', () => {
    chmodSync(folder, 0o700);
    const dataFolder = join(folder, 'data');
    const owner = findOwner();
    const cluster = clusterFolder(dataFolder, owner);
    home = dirname(cluster);
    expect(dirname(home)).toBe(systemFolder);
    expect(readlinkSync(join(dataFolder, 'postgres'))).toBe(cluster);
    expect(statSync(cluster)).toMatchObject({ uid: owner?.uid, gid: owner?.gid });
    expect(clusterFolder(dataFolder, owner)).toBe(cluster);
  });
});

describe('the socket', () => {
  test('lies in the cluster, which only its owner may enter', () => {
    expect(socketFolder('/srv/collegium/postgres', findOwner())).toBe('/srv/collegium/postgres');
  });

  test('of a cluster with a long path lies in a short folder that only its owner may enter', () => {
    const long = join(folder, 'x'.repeat(100), 'postgres');
    mkdirSync(long, { recursive: true });
    const short = socketFolder(long, findOwner());
    try {
      expect(short.length).toBeLessThan(80);
      expect(lstatSync(short).mode & 0o777).toBe(0o700);
      expect(socketFolder(long, findOwner())).toBe(short);
      chmodSync(short, 0o777);
      expect(() => socketFolder(long, findOwner())).toThrow(/belongs to somebody else/);
    } finally {
      rmSync(short, { recursive: true });
    }
  });
});
