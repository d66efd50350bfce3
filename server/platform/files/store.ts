import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileType } from '@collegium/contract/files.ts';
import { errnoOf } from '../errno.ts';
import { Problem } from '../problem/problem.ts';
import { findFileType } from './file-type.ts';
import { Inspection } from './inspection.ts';

export interface StoredFile {
  sha256: string;
  sizeBytes: number;
  mediaType: FileType;
}

/**
 * Streams a file to `files/ab/abcdef…` in the data folder, named by its SHA-256: the same bytes are kept once, and what
 * has the name is whole. Throws `file.too_large`, `file.empty`, `file.type_not_allowed`, `file.no_space`; then nothing is kept.
 */
export async function storeFile(
  stream: Readable,
  { name, dataFolder }: { name: string; dataFolder: string },
): Promise<StoredFile> {
  const draft = join(dataFolder, 'files', 'incoming', randomUUID());
  const inspection = new Inspection();
  try {
    // Not awaited: an upload that breaks off while nobody listens to the stream would end the process.
    mkdirSync(dirname(draft), { recursive: true });
    await pipeline(stream, inspection, createWriteStream(draft, { mode: 0o600, flush: true }));
    const { sha256, sizeBytes, head, isText } = inspection.result();
    if (sizeBytes === 0) throw new Problem('file.empty');
    const mediaType = await findFileType(head, { name, isText });
    if (mediaType === undefined) throw new Problem('file.type_not_allowed');
    const path = pathOfFile(dataFolder, sha256);
    await mkdir(dirname(path), { recursive: true });
    await rename(draft, path);
    await flushFolder(dirname(path));
    return { sha256, sizeBytes, mediaType };
  } catch (error) {
    await rm(draft, { force: true });
    throw isOutOfSpace(error) ? new Problem('file.no_space') : error;
  }
}

/** Where the bytes with this SHA-256 are. */
export function pathOfFile(dataFolder: string, sha256: string): string {
  return join(dataFolder, 'files', sha256.slice(0, 2), sha256);
}

function isOutOfSpace(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(errnoOf(error) ?? '');
}

/** Without it the new name may be lost when the machine loses its power. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
