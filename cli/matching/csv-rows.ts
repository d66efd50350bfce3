import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CsvError, parse } from 'csv-parse/sync';
import { InputError } from './input-error.ts';

/** The files of a folder, the columns that each needs, and those that it may have. */
const TABLES = {
  learners: { needs: ['id'], mayHave: ['name', 'groups', 'places'] },
  preferences: { needs: ['learner', 'offer', 'rank'], mayHave: [] },
  offers: { needs: ['id', 'capacity'], mayHave: ['name', 'organisation', 'minimum'] },
  priorities: { needs: ['offer', 'learner'], mayHave: ['rank', 'score'] },
  reserves: { needs: ['offer', 'group', 'places'], mayHave: [] },
  ceilings: { needs: ['offer', 'group', 'places'], mayHave: [] },
  minimums: { needs: ['offer', 'group', 'percent'], mayHave: [] },
  caps: { needs: ['organisation', 'places'], mayHave: [] },
  together: { needs: ['group', 'learner'], mayHave: [] },
  clashes: { needs: ['clash', 'offer'], mayHave: [] },
  fixed: { needs: ['learner', 'offer'], mayHave: ['reason'] },
  settings: { needs: ['name', 'value'], mayHave: [] },
} as const;
export type Table = keyof typeof TABLES;
const NEEDED: readonly Table[] = ['learners', 'preferences', 'offers'];

/** One line of a file: its cells by column, trimmed, and where it stands. */
export class Row {
  readonly #cells: Readonly<Record<string, string>>;
  readonly #file: string;
  readonly #line: number;

  constructor(cells: Readonly<Record<string, string>>, file: string, line: number) {
    this.#cells = cells;
    this.#file = file;
    this.#line = line;
  }

  get place(): string {
    return `${this.#file}, line ${this.#line}`;
  }

  /** The text of a cell; empty when the file has no such column. */
  text(column: string): string {
    return this.#cells[column] ?? '';
  }

  /** A cell as a number where it is one, as text where not, for the check to name; undefined when it is empty. */
  value(column: string): number | string | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    return DECIMAL.test(text) ? Number(text) : text;
  }

  /** A cell that must be a number. Throws `InputError`. */
  number(column: string): number {
    const value = this.value(column);
    if (typeof value === 'number') return value;
    throw this.fault(`${column} is a number, but this is ${value === undefined ? 'empty' : JSON.stringify(value)}.`);
  }

  fault(sentence: string): InputError {
    return new InputError(`${this.place}: ${sentence}`);
  }
}

const DECIMAL = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Refuses a folder that lacks a needed file or holds a CSV file of another name, which is a slip of the pen. */
export function checkFiles(folder: string): void {
  const files = readdirSync(folder).filter((file) => file.toLowerCase().endsWith('.csv'));
  for (const table of NEEDED)
    if (!files.includes(`${table}.csv`))
      throw new InputError(
        `${join(folder, `${table}.csv`)} is missing; a folder needs learners.csv, preferences.csv and offers.csv.`,
      );
  const unknown = files.find((file) => !Object.hasOwn(TABLES, file.slice(0, -'.csv'.length)));
  if (unknown !== undefined)
    throw new InputError(`${join(folder, unknown)} is not known; known are ${Object.keys(TABLES).join(', ')}.`);
}

/** The rows of one file, none when it is absent. Throws `InputError` with the line. */
export function readRows(folder: string, table: Table): Row[] {
  const file = join(folder, `${table}.csv`);
  if (!existsSync(file)) return [];
  const text = readUtf8(file);
  try {
    const rows: { record: Record<string, string>; info: { lines: number } }[] = parse(text, {
      columns: (header: string[]) => checkHeader(header, table, file),
      trim: true,
      info: true,
      skip_empty_lines: true,
      delimiter: /^[^\n]*;/.test(text) ? ';' : ',',
    });
    return rows.map(({ record, info }) => new Row(record, file, info.lines));
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { lines = '?', message } = error as CsvError & { lines?: number };
    throw new InputError(`${file}, line ${lines}: ${message}.`);
  }
}

function readUtf8(file: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    throw new InputError(`${file} is not UTF-8 text; save it as UTF-8.`);
  }
  if (text.trim() === '') throw new InputError(`${file} is empty; it needs at least its header line.`);
  return text;
}

function checkHeader(header: readonly string[], table: Table, file: string): string[] {
  const { needs, mayHave } = TABLES[table];
  const known: readonly string[] = [...needs, ...mayHave];
  const wrong = header.find((name) => !known.includes(name)) ?? header.find((name, i) => header.indexOf(name) < i);
  if (wrong !== undefined)
    throw new InputError(
      `${file}, line 1: "${wrong}" ${known.includes(wrong) ? 'stands there twice' : `is not a column here; known are ${known.join(', ')}`}.`,
    );
  const missing = needs.find((name) => !header.includes(name));
  if (missing !== undefined) throw new InputError(`${file}, line 1: The column "${missing}" is missing.`);
  return [...header];
}
