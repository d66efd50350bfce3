import type { Stretch } from './stretches.ts';

/** A time that is being chosen: for a new booking, or for one that is being moved. */
export interface Draft extends Stretch {
  resourceId: string;
  /** The booking that is being moved. */
  moving?: { id: string; version: number };
}

export type DraftKey = 'earlier' | 'later' | 'shorter' | 'longer' | 'day before' | 'day after';

/** What an arrow key does to a draft; undefined for other keys. With Shift it changes the length, with Alt the day. */
export function draftKeyOf(
  { key, shiftKey, altKey }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey'>,
  isRtl: boolean,
): DraftKey | undefined {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const isForward = (key === 'ArrowRight') !== isRtl;
  if (altKey) return isForward ? 'day after' : 'day before';
  if (shiftKey) return isForward ? 'longer' : 'shorter';
  return isForward ? 'later' : 'earlier';
}

/** The draft after a key. It never ends before its grid’s smallest step. */
export function moved(draft: Draft, key: DraftKey, gridMinutes: number): Draft {
  const grid = gridMinutes * 60_000;
  const shift = (by: number): Draft => ({ ...draft, startsAt: draft.startsAt + by, endsAt: draft.endsAt + by });
  switch (key) {
    case 'earlier':
      return shift(-grid);
    case 'later':
      return shift(grid);
    case 'day before':
      return shift(-86_400_000);
    case 'day after':
      return shift(86_400_000);
    case 'longer':
      return { ...draft, endsAt: draft.endsAt + grid };
    case 'shorter':
      return { ...draft, endsAt: Math.max(draft.endsAt - grid, draft.startsAt + grid) };
    default:
      return key satisfies never;
  }
}

/** The first stretch of a length that is free within a span, on the grid; undefined when there is none. */
export function firstFree(
  span: Stretch,
  taken: readonly Stretch[],
  { minutes, gridMinutes }: { minutes: number; gridMinutes: number },
): Stretch | undefined {
  const [length, grid] = [minutes * 60_000, gridMinutes * 60_000];
  const sorted = taken.toSorted((a, b) => a.startsAt - b.startsAt);
  let startsAt = onGrid(span.startsAt, grid);
  for (const one of sorted) {
    if (one.endsAt <= startsAt) continue;
    if (one.startsAt >= startsAt + length) break;
    startsAt = onGrid(one.endsAt, grid);
  }
  return startsAt + length <= span.endsAt ? { startsAt, endsAt: startsAt + length } : undefined;
}

function onGrid(instant: number, grid: number): number {
  return Math.ceil(instant / grid) * grid;
}
