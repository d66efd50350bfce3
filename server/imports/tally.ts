import { errorSentence, type ErrorCode } from '@collegium/contract/errors.ts';
import type { ImportProblem, ImportSummary } from '@collegium/contract/imports.ts';

/** So many problems are told and kept; the rest are counted. */
export const problemsKept = 1_000;

/** Counts what becomes of rows. Its size does not grow with the file. */
export class Tally {
  readonly #language: string;
  readonly #problems: ImportProblem[] = [];
  readonly #notices: ImportProblem[] = [];
  rowsRead = 0;
  rowsLeftOut = 0;
  rowsValid = 0;
  rowsCreated = 0;
  rowsUnchanged = 0;
  problemCount = 0;

  constructor(language: string) {
    this.#language = language;
  }

  addProblem(row: number, code: ErrorCode, parameters: Record<string, string | number>, column?: string): void {
    this.problemCount += 1;
    if (this.#problems.length < problemsKept) this.#problems.push(this.#tell(row, code, parameters, column));
  }

  addNotice(row: number, code: ErrorCode, parameters: Record<string, string | number>): void {
    if (this.#notices.length < problemsKept) this.#notices.push(this.#tell(row, code, parameters));
  }

  summary(facts: Pick<ImportSummary, 'id' | 'kind' | 'fileName' | 'fileSha256' | 'isDryRun' | 'state'>): ImportSummary {
    const { rowsRead, rowsLeftOut, rowsValid, rowsCreated, rowsUnchanged, problemCount } = this;
    return {
      ...facts,
      rowsRead,
      rowsLeftOut,
      rowsValid,
      rowsCreated,
      rowsUnchanged,
      problemCount,
      problems: this.#problems.toSorted((a, b) => a.row - b.row),
      notices: this.#notices,
    };
  }

  #tell(row: number, code: ErrorCode, parameters: Record<string, string | number>, column?: string): ImportProblem {
    return { row, column: column ?? null, code, message: errorSentence(code, this.#language, parameters) };
  }
}
