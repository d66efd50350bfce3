import { createTokenRoom, isSameToken, type TokenRoom, type Tokens } from './tokens.ts';

/** Beyond so many differing tokens a text counts as rewritten: shown whole, old before new. */
const mostDifferences = 2_000;
/** Steps of the search that all texts of a redline may take together: a few tens of milliseconds. */
const stepsOfAll = 2_000_000;
const marks = 1 << 16;

/** What searching may still cost, and room for what it has to remember. */
export interface Effort {
  stepsLeft: number;
  rooms: { before: TokenRoom; after: TokenRoom };
  placesA: Int32Array;
  placesB: Int32Array;
  reached: Int32Array;
  /** For the remainder of a hash, the number of the text in which it last occurred. */
  seen: Int32Array;
  texts: number;
}

export function createEffort(): Effort {
  return {
    stepsLeft: stepsOfAll,
    rooms: { before: createTokenRoom(), after: createTokenRoom() },
    placesA: new Int32Array(0),
    placesB: new Int32Array(0),
    reached: new Int32Array(0),
    seen: new Int32Array(marks),
    texts: 0,
  };
}

/** Where a stretch that both have begins in the one and in the other, and how many tokens it is long. */
export type Run = readonly [startA: number, startB: number, length: number];

/** The part of two texts that is searched: both begin at `start`. */
interface Part {
  start: number;
  endA: number;
  endB: number;
}

/** Two texts, and by their places those tokens of each that may also be in the other. */
interface Pair {
  a: Tokens;
  b: Tokens;
  placesA: Int32Array;
  placesB: Int32Array;
  countA: number;
  countB: number;
}

/**
 * What both texts have in common when as little as possible is deleted and inserted; nothing when they have too little in
 * common. What the other text has nowhere cannot be common, so it is put aside before the search: that alone takes away
 * nearly all differences of texts in which words were replaced.
 */
export function commonRuns(a: Tokens, b: Tokens, { start, endA, endB }: Part, effort: Effort): Run[] {
  if (start === endA || start === endB) return [];
  const placesA = (effort.placesA = roomFor(effort.placesA, endA - start));
  const placesB = (effort.placesB = roomFor(effort.placesB, endB - start));
  const [partA, partB] = [
    { tokens: a, start, end: endA },
    { tokens: b, start, end: endB },
  ];
  const countA = putPlaces(partA, partB, placesA, effort);
  const countB = putPlaces(partB, partA, placesB, effort);
  const pair = { a, b, placesA, placesB, countA, countB };
  const differences = search(pair, effort);
  return differences === undefined ? [] : runsOf(pair, differences, effort);
}

interface Stretch {
  tokens: Tokens;
  start: number;
  end: number;
}

/** Where tokens stand that the other may have too. An equal mark of different words only keeps one that finds no match. */
function putPlaces(own: Stretch, other: Stretch, places: Int32Array, effort: Effort): number {
  effort.texts += 1;
  const { seen, texts } = effort;
  for (let place = other.start; place < other.end; place += 1) seen[markOf(other.tokens.hashes[place])] = texts;
  let count = 0;
  for (let place = own.start; place < own.end; place += 1)
    if (seen[markOf(own.tokens.hashes[place])] === texts) {
      places[count] = place;
      count += 1;
    }
  return count;
}

function markOf(hash: number | undefined): number {
  return Math.imul(hash ?? 0, 0x9e3779b1) >>> 16;
}

/**
 * How many differences the shortest script has; `reached` then tells how far each diagonal came after each of them. Myers,
 * “An O(ND) difference algorithm and its variations”, Algorithmica 1 (1986).
 */
function search({ a, b, placesA, placesB, countA, countB }: Pair, effort: Effort): number | undefined {
  const most = Math.min(countA + countB, mostDifferences);
  for (let d = 0; d <= most; d += 1) {
    effort.stepsLeft -= d + 1;
    if (effort.stepsLeft < 0) return undefined;
    const reached = (effort.reached = roomFor(effort.reached, placeOf(d, d) + 1));
    for (let k = -d; k <= d; k += 2) {
      const isDown = d > 0 && comesFromAbove(reached, d, k);
      let x = d === 0 ? 0 : isDown ? at(reached, d - 1, k + 1) : at(reached, d - 1, k - 1) + 1;
      while (x < countA && x - k < countB && isSameToken(a, placesA[x] ?? 0, b, placesB[x - k] ?? 0)) x += 1;
      reached[placeOf(d, k)] = x;
      if (x >= countA && x - k >= countB) return d;
    }
  }
  return undefined;
}

/** Goes the way back from the end; every match lengthens the stretch that begins right behind it. */
function runsOf({ placesA, placesB, countA, countB }: Pair, differences: number, { reached }: Effort): Run[] {
  const runs: Run[] = [];
  let [x, y] = [countA, countB];
  let [startA, startB, length] = [0, 0, 0];
  for (let d = differences; d >= 0; d -= 1) {
    const k = x - y;
    const isDown = d > 0 && comesFromAbove(reached, d, k);
    const before = d === 0 ? 0 : at(reached, d - 1, isDown ? k + 1 : k - 1);
    const from = d === 0 || isDown ? before : before + 1;
    for (x -= 1; x >= from; x -= 1) {
      const [placeA, placeB] = [placesA[x] ?? 0, placesB[x - k] ?? 0];
      if (length > 0 && (startA !== placeA + 1 || startB !== placeB + 1)) {
        runs.push([startA, startB, length]);
        length = 0;
      }
      [startA, startB, length] = [placeA, placeB, length + 1];
    }
    [x, y] = [before, before - (isDown ? k + 1 : k - 1)];
  }
  if (length > 0) runs.push([startA, startB, length]);
  return runs.toReversed();
}

/** Whether the furthest way to diagonal `k` with `d` differences ends with an insertion. */
function comesFromAbove(reached: Int32Array, d: number, k: number): boolean {
  return k === -d || (k !== d && at(reached, d - 1, k - 1) < at(reached, d - 1, k + 1));
}

/** Row `d` holds every second diagonal from -d to d; the rows lie one after another. */
function placeOf(d: number, k: number): number {
  return (d * (d + 1)) / 2 + (k + d) / 2;
}

function at(reached: Int32Array, d: number, k: number): number {
  return reached[placeOf(d, k)] ?? 0;
}

/** The same array, or a larger one with the same numbers at its beginning. */
function roomFor(room: Int32Array, needed: number): Int32Array {
  if (room.length >= needed) return room;
  const larger = new Int32Array(2 * needed);
  larger.set(room);
  return larger;
}
