import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LoadedConfig } from '../../server/platform/config/config.ts';
import type { Finding } from './examine.ts';

const leastBytes = 1_000_000_000;

/** The data folder can be written, the disk below it has room, and the pages are built. */
export async function examineFiles({ dataFolder }: LoadedConfig): Promise<Finding[]> {
  const folder = nearestExisting(dataFolder);
  return [writable(folder, dataFolder), space(folder), pages()];
}

function writable(folder: string, dataFolder: string): Finding {
  if (!statSync(folder).isDirectory()) {
    const says = `${folder} is not a folder`;
    return { about: 'files', state: 'wrong', says, mend: 'put a folder into COLLEGIUM_DATA' };
  }
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return { about: 'files', state: 'good', says: `${dataFolder} can be written` };
  } catch {
    const says = `${dataFolder} cannot be written by this user`;
    return { about: 'files', state: 'wrong', says, mend: `give ${folder} to this user, or set COLLEGIUM_DATA` };
  }
}

function space(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const says = `${(free / 1e9).toFixed(1)} GB free on the disk of ${folder}`;
  if (free >= leastBytes) return { about: 'files', state: 'good', says };
  return { about: 'files', state: 'wrong', says, mend: 'make room: the database stops when the disk is full' };
}

function pages(): Finding {
  const page = join(import.meta.dirname, '../../web/dist/index.html');
  if (existsSync(page)) return { about: 'files', state: 'good', says: 'the pages are built' };
  return { about: 'files', state: 'notice', says: 'the pages are not built', mend: 'npm start builds them' };
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder));
}
