import { Problem } from '../platform/problem/problem.ts';
import { type FileRow, rowLengthLimit } from './file-row.ts';

/**
 * The objects of a JSON array, or of JSON lines, one at a time; `row` counts them from 1. Never holds more than one.
 * Throws import.json_wrong, import.row_too_long.
 */
export async function* readJsonRows(text: AsyncIterable<string>): AsyncGenerator<FileRow> {
  const splitter = new ObjectSplitter();
  let row = 0;
  for await (const chunk of text) {
    for (const piece of splitter.push(chunk, row)) {
      row += 1;
      const cells = parseObject(piece, row);
      yield { row, columns: Object.keys(cells), cells };
    }
  }
  splitter.end(row);
  if (row === 0 && !splitter.hasBegun) throw new Problem('import.file_empty');
}

function parseObject(piece: string, row: number): Record<string, unknown> {
  try {
    return JSON.parse(piece) as Record<string, unknown>;
  } catch (error) {
    throw wrong(row - 1, error instanceof Error ? error.message : String(error));
  }
}

function wrong(row: number, reason: string): Problem {
  return new Problem('import.json_wrong', { row, reason: reason.slice(0, 200) });
}

/** Cuts a flow of text into the objects at its top level, in an array or one after the other. */
class ObjectSplitter {
  #pending = '';
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #isInArray = false;
  #isOver = false;
  hasBegun = false;

  *push(chunk: string, row: number): Generator<string> {
    let begin = 0;
    let found = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const character = chunk.charAt(at);
      if (this.#depth === 0) {
        if (character === '{' && !this.#isOver) {
          this.#depth = 1;
          this.hasBegun = true;
          begin = at;
        } else this.#between(character, row + found);
      } else if (this.#closes(character)) {
        yield this.#pending + chunk.slice(begin, at + 1);
        this.#pending = '';
        found += 1;
      }
    }
    if (this.#depth === 0) return;
    this.#pending += chunk.slice(begin);
    if (this.#pending.length > rowLengthLimit)
      throw new Problem('import.row_too_long', { row: row + found, limit: rowLengthLimit });
  }

  end(row: number): void {
    if (this.#depth > 0 || (this.#isInArray && !this.#isOver)) throw wrong(row, 'it stops in the middle');
  }

  #between(character: string, row: number): void {
    if (/[\s,]/.test(character)) return;
    if (character === '[' && !this.hasBegun && !this.#isInArray) this.#isInArray = true;
    else if (character === ']' && this.#isInArray && !this.#isOver) this.#isOver = true;
    else throw wrong(row, `“${character}” stands where an object should begin`);
    this.hasBegun = true;
  }

  /** Whether the character ends the object that began at depth 1. */
  #closes(character: string): boolean {
    if (this.#isInString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (character === '\\') this.#isEscaped = true;
      else if (character === '"') this.#isInString = false;
      return false;
    }
    if (character === '"') this.#isInString = true;
    else if (character === '{' || character === '[') this.#depth += 1;
    else if (character === '}' || character === ']') this.#depth -= 1;
    return this.#depth === 0;
  }
}
