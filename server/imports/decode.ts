import { createHash } from 'node:crypto';
import type { ImportEncoding } from '@collegium/contract/imports.ts';
import { Problem } from '../platform/problem/problem.ts';

/** What a file is to those who read it: bytes in any portions. */
export type Bytes = AsyncIterable<Uint8Array>;

/** Counts and hashes bytes on their way; `sha256` is asked once, at the end. */
export class Gauge {
  readonly #hash = createHash('sha256');
  bytes = 0;

  async *through(source: Bytes): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      this.bytes += chunk.length;
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  sha256(): string {
    return this.#hash.digest('hex');
  }
}

/**
 * The text of a file, in portions, without its byte order mark. Throws import.file_empty, import.not_text (archives are
 * never opened), import.wrong_encoding and import.nul_character with the line.
 */
export async function* decode(source: Bytes, encoding: ImportEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  let isFirst = true;
  for await (const chunk of source) {
    if (chunk.length === 0) continue;
    if (isFirst) await refuseBinary(chunk, encoding);
    isFirst = false;
    const text = decodeStrictly(decoder, chunk, encoding, line);
    const nul = text.indexOf('\0');
    if (nul !== -1) throw new Problem('import.nul_character', { line: line + linesIn(text.slice(0, nul)) });
    line += linesIn(text);
    yield text;
  }
  if (isFirst) throw new Problem('import.file_empty');
  yield decodeStrictly(decoder, undefined, encoding, line);
}

/** `chunk` undefined is the end: a character may not be cut off there. */
function decodeStrictly(
  decoder: InstanceType<typeof TextDecoder>,
  chunk: Uint8Array | undefined,
  encoding: ImportEncoding,
  line: number,
): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    const readable = new TextDecoder(encoding).decode(chunk).split('\uFFFD', 1)[0] ?? '';
    throw new Problem('import.wrong_encoding', { line: line + linesIn(readable), encoding: encoding.toUpperCase() });
  }
}

async function refuseBinary(head: Uint8Array, encoding: ImportEncoding): Promise<void> {
  const isControlled = head.subarray(0, 4_096).some((byte) => byte < 9 || (byte > 13 && byte < 27));
  if (!isControlled || encoding === 'utf-16le') return;
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(head);
  if (found) throw new Problem('import.not_text', { what: found.mime });
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
