import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FastifyReply } from 'fastify';
import type { Config } from '../config/config.ts';
import { errnoOf } from '../errno.ts';
import { Problem } from '../problem/problem.ts';
import { pathOfFile } from './store.ts';

/** Of the row of `file` in question. */
export interface AnswerableFile {
  name: string;
  media_type: string;
  sha256: string;
}

/**
 * Answers with a file so that no browser opens it within our origin: as a download, of the type that we found, and with
 * a policy under which nothing in it runs. Whether the reader may have it is for the caller to decide first.
 */
export async function answerWithFile(
  reply: FastifyReply,
  config: Pick<Config, 'dataFolder'>,
  file: AnswerableFile,
): Promise<FastifyReply> {
  const path = pathOfFile(config.dataFolder, file.sha256);
  const { size } = await stat(path).catch((error: unknown) => {
    throw errnoOf(error) === 'ENOENT' ? new Problem('file.not_found') : error;
  });
  return reply
    .type(file.media_type.startsWith('text/') ? `${file.media_type}; charset=utf-8` : file.media_type)
    .headers({
      'content-length': size,
      'content-disposition': contentDisposition(file.name),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
      etag: `"${file.sha256}"`,
    })
    .send(createReadStream(path));
}

/** RFC 6266: an ASCII name for old programs, and the name as it is, percent-encoded. */
export function contentDisposition(name: string): string {
  const ascii = name.normalize('NFKD').replaceAll(/[^\x20-\x7E]+|["\\%;]/g, '_');
  const exact = encodeURIComponent(name.toWellFormed()).replaceAll(/['()*]/g, percentEncoded);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
