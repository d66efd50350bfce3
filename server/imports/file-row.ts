import type { ErrorCode } from '@collegium/contract/errors.ts';

/** A row longer than this many characters is a fault of the file: a quote that never closes, or no table at all. */
export const rowLengthLimit = 1_000_000;
/** More columns than any table for people has. */
export const columnLimit = 1_000;

/** A fault of one row; the words are chosen by whoever tells it. */
export interface RowFault {
  code: ErrorCode;
  parameters: Record<string, string | number>;
  column?: string;
}

/** A row below the header, by column; `row` counts from the top of the file as a spreadsheet does, from 1. */
export type FileRow =
  | { row: number; columns: readonly string[]; cells: Record<string, unknown>; fault?: never }
  | { row: number; fault: RowFault };
