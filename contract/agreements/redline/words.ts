import { tokensOf } from './tokens.ts';

/** A stretch of text that both versions have, or only the later or only the earlier one. */
export interface Piece {
  kind: 'same' | 'inserted' | 'deleted';
  text: string;
}

/** Beyond so many differing tokens a text counts as rewritten: shown whole, old before new. */
const mostDifferences = 2_000;

/** What differs between two texts, word by word; the pieces without the deleted ones make `after`. */
export function compareWords(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const [a, b] = [tokensOf(before), tokensOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const pieces: Piece[] = [
    { kind: 'same', text: a.slice(0, start).join('') },
    ...compareTokens(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    { kind: 'same', text: a.slice(a.length - end).join('') },
  ];
  return joined(readable(pieces));
}

/** Myers, “An O(ND) difference algorithm and its variations”, 1986: the shortest script of deletions and insertions. */
function compareTokens(a: readonly string[], b: readonly string[]): Piece[] {
  const trace = shortestPath(a, b);
  if (!trace)
    return [
      { kind: 'deleted', text: a.join('') },
      { kind: 'inserted', text: b.join('') },
    ];
  const pieces: Piece[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const reach = trace[d] as Int32Array;
    const offset = d + 1;
    const k = x - y;
    const isDown = k === -d || (k !== d && at(reach, offset + k - 1) < at(reach, offset + k + 1));
    const previousX = d === 0 ? 0 : at(reach, offset + (isDown ? k + 1 : k - 1));
    const stepX = d === 0 ? 0 : previousX + (isDown ? 0 : 1);
    if (x > stepX) pieces.push({ kind: 'same', text: a.slice(stepX, x).join('') });
    if (d === 0) break;
    const stepY = stepX - k;
    pieces.push(
      isDown ? { kind: 'inserted', text: b[stepY - 1] ?? '' } : { kind: 'deleted', text: a[stepX - 1] ?? '' },
    );
    [x, y] = [previousX, isDown ? stepY - 1 : stepY];
  }
  return pieces.toReversed();
}

/** How far each diagonal reached before each step; undefined when the texts have too little in common. */
function shortestPath(a: readonly string[], b: readonly string[]): Int32Array[] | undefined {
  const most = Math.min(a.length + b.length, mostDifferences);
  const offset = most + 1;
  const reach = new Int32Array(2 * offset + 1);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d += 1) {
    trace.push(reach.slice(offset - d - 1, offset + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const isDown = k === -d || (k !== d && at(reach, offset + k - 1) < at(reach, offset + k + 1));
      let x = isDown ? at(reach, offset + k + 1) : at(reach, offset + k - 1) + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x += 1;
        y += 1;
      }
      reach[offset + k] = x;
      if (x >= a.length && y >= b.length) return trace;
    }
  }
  return undefined;
}

function at(values: Int32Array, index: number): number {
  return values[index] ?? 0;
}

/** A space between two changes belongs to both: “140 seats” to “160 places” reads as one change. */
function readable(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, index) => {
    const isBetween =
      piece.kind === 'same' &&
      piece.text.trim() === '' &&
      piece.text !== '' &&
      isChange(pieces[index - 1]) &&
      isChange(pieces[index + 1]);
    if (!isBetween) return [piece];
    return [
      { kind: 'deleted' as const, text: piece.text },
      { kind: 'inserted' as const, text: piece.text },
    ];
  });
}

function isChange(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.kind !== 'same';
}

/** Neighbours of one kind as one piece; within a change, what was deleted stands before what was inserted. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let [deleted, inserted] = ['', ''];
  const flush = () => {
    if (deleted !== '') result.push({ kind: 'deleted', text: deleted });
    if (inserted !== '') result.push({ kind: 'inserted', text: inserted });
    [deleted, inserted] = ['', ''];
  };
  for (const { kind, text } of pieces) {
    if (text === '') continue;
    if (kind === 'deleted') deleted += text;
    else if (kind === 'inserted') inserted += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') last.text += text;
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}
