import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { errnoOf } from '../errno.ts';

/**
 * Makes the folder and those above it. Node's own `recursive` never ends where a folder is there but takes none, as
 * below /proc; this throws what the system says (`ENOENT`, `EACCES`, `ENOTDIR`, `EROFS`).
 */
export function makeFolder(path: string): void {
  if (!existsSync(dirname(path))) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
}
