/** A time in milliseconds, its end excluded. */
export interface Span {
  from: number;
  until: number;
}

export interface Wish {
  /** When it was wanted, buffers left out. */
  wanted: Span;
  /** How far before and after it is looked for. */
  withinMs: number;
  stepMs: number;
  atMost: number;
  /** Nothing before this is proposed. */
  notBefore: number;
  /** Whether all that is wanted is free at that time. */
  isFree: (span: Span) => boolean;
}

/** The nearest free times of the same length, the nearest first, later before earlier. */
export function nearestFree({ wanted, withinMs, stepMs, atMost, notBefore, isFree }: Wish): Span[] {
  const length = wanted.until - wanted.from;
  const found: Span[] = [];
  for (let distance = stepMs; distance <= withinMs && found.length < atMost; distance += stepMs)
    for (const from of [wanted.from + distance, wanted.from - distance]) {
      const span = { from, until: from + length };
      if (from >= notBefore && found.length < atMost && isFree(span)) found.push(span);
    }
  return found;
}

/** How many of the occupied spans overlap at the moment of a span at which most do. */
export function mostAtOnce(occupied: readonly Span[], { from, until }: Span): number {
  const within = occupied.filter((other) => other.from < until && from < other.until);
  const beginnings = within.map((one) => Math.max(one.from, from));
  return Math.max(0, ...beginnings.map((at) => within.filter((other) => other.from <= at && at < other.until).length));
}
