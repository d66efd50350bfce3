import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

const home = mkdtempSync(join(tmpdir(), 'folders-'));
afterAll(() => rmSync(home, { recursive: true }));

test('a folder is made with those above it, and again without harm', () => {
  const folder = join(home, 'a/b/c');
  makeFolder(folder);
  makeFolder(folder);
  expect(existsSync(folder)).toBe(true);
});

test('where no folder can be, the system says why', () => {
  writeFileSync(join(home, 'file'), '');
  expect(() => makeFolder(join(home, 'file/below'))).toThrow('ENOTDIR');
  expect(() => makeFolder('/proc/nobody/data')).toThrow('ENOENT');
});
