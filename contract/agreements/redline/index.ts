import { createEffort, type Effort } from './shortest-script.ts';
import { compareWords, type Piece } from './words.ts';

export type { Piece } from './words.ts';

/** A clause as it is read: its gaps filled, its paragraphs in order. */
export interface ReadClause {
  key: string;
  title: string;
  paragraphs: readonly string[];
}

export type ClauseChange = 'same' | 'changed' | 'added' | 'removed' | 'moved';

/** A clause of two versions at once. `number` is its place in the later version; null when it was removed. */
export interface ClauseRedline {
  key: string;
  number: number | null;
  change: ClauseChange;
  title: Piece[];
  paragraphs: Piece[][];
}

export interface Redline {
  clauses: ClauseRedline[];
  /** How many clauses differ in any way, and how many stretches were inserted and deleted. */
  changed: number;
  insertions: number;
  deletions: number;
}

/** What differs between two versions: clause by clause (by key, so a moved clause is one), paragraph by paragraph, word by word. */
export function redline(before: readonly ReadClause[], after: readonly ReadClause[]): Redline {
  const earlier = new Map(before.map((clause, index) => [clause.key, { clause, index }]));
  const kept = new Set(after.map(({ key }) => key));
  const places = after.flatMap(({ key }) => earlier.get(key)?.index ?? []);
  const inOrder = new Set(longestRise(places));
  const effort = createEffort();
  const clauses = after.map((clause, index): ClauseRedline => {
    const known = earlier.get(clause.key);
    const isMoved = known !== undefined && !inOrder.has(known.index);
    return compareClause(known?.clause, clause, { number: index + 1, isMoved }, effort);
  });
  for (const [index, clause] of before.entries()) if (!kept.has(clause.key)) insertRemoved(clauses, before, index);
  return {
    clauses,
    changed: clauses.filter(({ change }) => change !== 'same').length,
    insertions: countOf(clauses, 'inserted'),
    deletions: countOf(clauses, 'deleted'),
  };
}

function countOf(clauses: readonly ClauseRedline[], wanted: Piece['kind']): number {
  let count = 0;
  for (const { title, paragraphs } of clauses)
    for (const pieces of [title, ...paragraphs]) for (const { kind } of pieces) if (kind === wanted) count += 1;
  return count;
}

function compareClause(
  before: ReadClause | undefined,
  after: ReadClause,
  { number, isMoved }: { number: number; isMoved: boolean },
  effort: Effort,
): ClauseRedline {
  const title = compareWords(before?.title ?? '', after.title, effort);
  const paragraphs = compareParagraphs(before?.paragraphs ?? [], after.paragraphs, effort);
  const isSame = [title, ...paragraphs].every((pieces) => pieces.every(({ kind }) => kind === 'same'));
  const change = before === undefined ? 'added' : !isSame ? 'changed' : isMoved ? 'moved' : 'same';
  return { key: after.key, number, change, title, paragraphs };
}

/** A removed clause stands after the clause that it followed. */
function insertRemoved(clauses: ClauseRedline[], before: readonly ReadClause[], index: number): void {
  const clause = before[index] as ReadClause;
  const previous = before[index - 1];
  const place = previous ? clauses.findIndex(({ key }) => key === previous.key) + 1 : 0;
  clauses.splice(place, 0, {
    key: clause.key,
    number: null,
    change: 'removed',
    title: [{ kind: 'deleted', text: clause.title }],
    paragraphs: clause.paragraphs.map((text) => [{ kind: 'deleted', text }]),
  });
}

/** Equal paragraphs hold the others in place; between them, the first meets the first, the second the second. */
function compareParagraphs(before: readonly string[], after: readonly string[], effort: Effort): Piece[][] {
  const result: Piece[][] = [];
  let [a, b] = [0, 0];
  while (a < before.length || b < after.length) {
    const [nextA, nextB] = nextEqual(before, after, a, b);
    for (; a < nextA || b < nextB; a += 1, b += 1) {
      const pieces = compareWords(a < nextA ? (before[a] ?? '') : '', b < nextB ? (after[b] ?? '') : '', effort);
      if (pieces.length > 0) result.push(pieces);
    }
    [a, b] = [nextA, nextB];
    if (a < before.length && b < after.length) result.push([{ kind: 'same', text: after[b] ?? '' }]);
    [a, b] = [a + 1, b + 1];
  }
  return result;
}

/** Where the next paragraph stands that both have; the ends when there is none. */
function nextEqual(before: readonly string[], after: readonly string[], a: number, b: number): [number, number] {
  for (let skipped = 0; skipped < before.length - a + (after.length - b); skipped += 1)
    for (let first = 0; first <= skipped; first += 1) {
      const [i, j] = [a + first, b + skipped - first];
      if (i < before.length && j < after.length && before[i] === after[j]) return [i, j];
    }
  return [before.length, after.length];
}

/** The longest run of rising numbers in a list, so that as few clauses as possible count as moved. */
function longestRise(numbers: readonly number[]): number[] {
  const tails: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const number of numbers) {
    const place = tails.findIndex((tail) => tail >= number);
    const index = place === -1 ? tails.length : place;
    previous.set(number, tails[index - 1]);
    tails[index] = number;
  }
  const rise: number[] = [];
  for (let number = tails.at(-1); number !== undefined; number = previous.get(number)) rise.push(number);
  return rise;
}
