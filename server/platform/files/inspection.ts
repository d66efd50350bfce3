import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { fileSizeLimit } from '@collegium/contract/file-size.ts';
import { Problem } from '../problem/problem.ts';
import { headBytes } from './file-type.ts';

// oxlint-disable-next-line no-control-regex -- a text has none of them, except tab, line feed, form feed, carriage return
const controlCharacter = /[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F]/;

/** Looks at a file while it flows to disk, so that it is read once and never held in memory. Stops one that is too large. */
export class Inspection extends Transform {
  readonly #hash = createHash('sha256');
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #head = Buffer.alloc(0);
  #isText = true;
  #sizeBytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#sizeBytes += chunk.length;
    if (this.#sizeBytes > fileSizeLimit) {
      done(new Problem('file.too_large', { limitMegabytes: Math.floor(fileSizeLimit / 1_048_576) }));
      return;
    }
    this.#hash.update(chunk);
    if (this.#head.length < headBytes)
      this.#head = Buffer.concat([this.#head, chunk.subarray(0, headBytes - this.#head.length)]);
    if (this.#isText) this.#isText = this.#isTextSoFar(chunk);
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    if (this.#isText) this.#isText = this.#isTextSoFar(undefined);
    done();
  }

  /** What was seen; to be asked once, at the end. */
  result(): { sha256: string; sizeBytes: number; head: Buffer; isText: boolean } {
    return { sha256: this.#hash.digest('hex'), sizeBytes: this.#sizeBytes, head: this.#head, isText: this.#isText };
  }

  /** `undefined` is the end: a character may not be cut off there. */
  #isTextSoFar(chunk: Buffer | undefined): boolean {
    try {
      const text = chunk ? this.#decoder.decode(chunk, { stream: true }) : this.#decoder.decode();
      return !controlCharacter.test(text);
    } catch {
      return false;
    }
  }
}
