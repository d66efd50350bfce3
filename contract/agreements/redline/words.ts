import { commonRuns, createEffort, type Effort, type Run } from './shortest-script.ts';
import { isSameToken, textOf, tokensOf, type Tokens } from './tokens.ts';

/** A stretch of text that both versions have, or only the later or only the earlier one. */
export interface Piece {
  kind: 'same' | 'inserted' | 'deleted';
  text: string;
}

/**
 * What differs between two texts, word by word; the pieces without the deleted ones make `after`. Within a change, what was
 * deleted stands before what was inserted. Texts compared one after another share an effort, so that all together stay quick.
 */
export function compareWords(before: string, after: string, effort: Effort = createEffort()): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const [a, b] = [tokensOf(before, effort.rooms.before), tokensOf(after, effort.rooms.after)];
  const pieces: Piece[] = [];
  const put = (kind: Piece['kind'], text: string) => {
    if (text !== '') pieces.push({ kind, text });
  };
  let [fromA, fromB] = [0, 0];
  for (const [startA, startB, length] of readable(a, b, commonRunsOf(a, b, effort))) {
    put('deleted', textOf(a, fromA, startA));
    put('inserted', textOf(b, fromB, startB));
    put('same', textOf(b, startB, startB + length));
    [fromA, fromB] = [startA + length, startB + length];
  }
  put('deleted', textOf(a, fromA, a.count));
  put('inserted', textOf(b, fromB, b.count));
  return pieces;
}

/** What both have in common from the start and towards the end is found without searching. */
function commonRunsOf(a: Tokens, b: Tokens, effort: Effort): Run[] {
  const most = Math.min(a.count, b.count);
  let start = 0;
  while (start < most && isSameToken(a, start, b, start)) start += 1;
  let end = 0;
  while (end < most - start && isSameToken(a, a.count - 1 - end, b, b.count - 1 - end)) end += 1;
  const [endA, endB] = [a.count - end, b.count - end];
  const runs: Run[] = [[0, 0, start], ...commonRuns(a, b, { start, endA, endB }, effort), [endA, endB, end]];
  return runs.filter(([, , length]) => length > 0);
}

/** A space between two changes belongs to both: “140 seats” to “160 places” reads as one change. */
function readable(a: Tokens, b: Tokens, runs: readonly Run[]): Run[] {
  const isSpace = ([startA, , length]: Run) => length === 1 && textOf(a, startA, startA + 1).trim() === '';
  return runs.filter((run, index) => {
    if (!isSpace(run)) return true;
    const [startA, startB, length] = run;
    const [beforeA, beforeB] = endOf(runs[index - 1]);
    const [afterA, afterB] = runs[index + 1] ?? ([a.count, b.count, 0] as const);
    const isAfterChange = beforeA < startA || beforeB < startB;
    const isBeforeChange = startA + length < afterA || startB + length < afterB;
    return !isAfterChange || !isBeforeChange;
  });
}

function endOf(run: Run | undefined): [number, number] {
  return run ? [run[0] + run[2], run[1] + run[2]] : [0, 0];
}
