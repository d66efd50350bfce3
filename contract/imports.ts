/** What a file may bring into a network, a row at a time. */
export const importKinds = ['organisations', 'offers', 'people', 'agreements'] as const;
export type ImportKind = (typeof importKinds)[number];

/** Encodings in which a file may be read. */
export const importEncodings = ['utf-8', 'utf-16le', 'windows-1252'] as const;
export type ImportEncoding = (typeof importEncodings)[number];

/** valid: every row that can be taken, exactly once; all: every row or nothing. */
export const importChoices = ['valid', 'all'] as const;
export type ImportChoice = (typeof importChoices)[number];

/** What is wrong with a row, and what to do. `row` counts from the top of the file as a spreadsheet does. */
export interface ImportProblem {
  row: number;
  /** The column at fault, by its header; null when the row as a whole is. */
  column: string | null;
  code: string;
  message: string;
}

/** What came of one reading of a file. */
export interface ImportSummary {
  /** null for a dry run, which leaves no record. */
  id: string | null;
  kind: ImportKind;
  fileName: string;
  fileSha256: string;
  isDryRun: boolean;
  state: 'finished' | 'refused';
  /** Rows below the header. */
  rowsRead: number;
  /** Rows that the mapping leaves out: `where`, and repeats where they are allowed. */
  rowsLeftOut: number;
  /** Rows without a fault. */
  rowsValid: number;
  rowsCreated: number;
  /** Rows whose object was there already; nothing about it was changed. */
  rowsUnchanged: number;
  problemCount: number;
  /** The first thousand problems. */
  problems: ImportProblem[];
  /** Rows that were taken and that somebody should look at; the first thousand. */
  notices: ImportProblem[];
}
