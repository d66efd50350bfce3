import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../command.ts';

/**
 * Refuses files that cannot be written, before anything is done: a folder that is not there, a folder in place of a
 * file, and a file that is read as well or written twice. `files`: option to file, where given.
 */
export function checkOutputs(files: Readonly<Record<string, string | undefined>>, source: string): void {
  const taken = new Map([[realPath(source), 'the input']]);
  for (const [option, file] of Object.entries(files)) {
    if (file === undefined) continue;
    const folder = dirname(resolve(file));
    if (file === '' || isFolder(file)) throw new UsageError(`${option} needs a file, but "${file}" is none.`);
    if (!isFolder(folder)) throw new UsageError(`${option}: there is no folder ${folder}.`);
    const other = taken.get(realPath(file));
    if (other !== undefined) throw new UsageError(`${option} would overwrite ${other}, ${file}.`);
    taken.set(realPath(file), `the file of ${option}`);
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The path without links, also of a file that is not there yet. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(resolve(path));
    return isFolder(folder) ? join(realpathSync(folder), basename(path)) : resolve(path);
  }
}

const partial = (file: string): string => `${file}.part`;

/** Writes files whole or not at all, each piece with a line break: none takes its name before all are complete. */
export function writeWhole(files: readonly (readonly [file: string, pieces: Iterable<string>])[]): void {
  try {
    for (const [file, pieces] of files) {
      const open = openSync(partial(file), 'w');
      try {
        for (const piece of pieces) writeFileSync(open, `${piece}\n`);
      } finally {
        closeSync(open);
      }
    }
    for (const [file] of files) renameSync(partial(file), file);
  } catch (error) {
    for (const [file] of files) rmSync(partial(file), { force: true });
    throw error;
  }
}
