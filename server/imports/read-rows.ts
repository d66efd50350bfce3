import type { ImportEncoding } from '@collegium/contract/imports.ts';
import { readCsvRows } from './csv-rows.ts';
import { type Bytes, decode } from './decode.ts';
import type { FileRow } from './file-row.ts';
import { readJsonRows } from './json-rows.ts';

export interface ReadOptions {
  encoding: ImportEncoding;
  separator: string;
  /** Columns that a CSV file must have. */
  columns: readonly string[];
}

/** The rows of a file, one at a time: JSON when it begins with [ or {, otherwise CSV. Throws the file's faults. */
export async function* readRows(bytes: Bytes, options: ReadOptions): AsyncGenerator<FileRow> {
  const portions = decode(bytes, options.encoding);
  let head = '';
  while (head.trim() === '') {
    const { value, done } = await portions.next();
    if (done) break;
    head += value;
  }
  const text = rejoin(head, portions);
  yield* /^\s*[[{]/.test(head) ? readJsonRows(text) : readCsvRows(text, options);
}

async function* rejoin(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield head;
  yield* rest;
}
