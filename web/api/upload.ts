import { fileSizeLimit } from '@collegium/contract/file-size';
import type { FileView } from '@collegium/contract/files';
import { api } from './client.ts';

/** A file that is too large to be sent. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
  readonly limitMegabytes = Math.floor(fileSizeLimit / 1_048_576);
}

/**
 * Uploads a file for one’s own organisation. Throws like `api`, and `FileTooLarge` before anything is sent: a browser reads
 * no answer before it has sent everything, so whoever sends too much would wait for ever.
 */
export async function uploadFile(file: File): Promise<FileView> {
  if (file.size > fileSizeLimit) throw new FileTooLarge();
  const body = new FormData();
  body.append('file', file);
  return api.post<FileView>('/files', body);
}
