import type { Span } from './free-time.ts';

/** Time in which items that are used together are open, and nobody holds any of them. */
export interface Gap extends Span {
  items: readonly number[];
  /** An instant from which steps of the grid are counted. */
  base: number;
}

/** What each place needs; milliseconds. */
export interface PlaceNeeds {
  places: number;
  length: number;
  shortest: number;
  longest: number;
  grid: number;
  /** What stays free between two stretches that share an item. */
  between: number;
}

/** A stretch of time on items that are used together. */
export interface Stretch extends Span {
  items: readonly number[];
}

/**
 * Finds hours for places, the latest first, so that they stay to be had for long: each in one stretch where one is long
 * enough, else in several, of which no two overlap, for one person uses them. As many places as fit, at most as many as asked for.
 */
export function findPlaces(gaps: readonly Gap[], needs: PlaceNeeds): Stretch[][] {
  let free = gaps.flatMap((gap) => onGrid(gap, needs)).sort(latestFirst);
  const found: Stretch[][] = [];
  while (found.length < needs.places) {
    const whole = free.find((gap) => needs.length <= needs.longest && gap.until - gap.from >= needs.length);
    const place = whole ? [last(whole, needs.length)] : inParts(free, needs);
    if (!place) break;
    found.push(place);
    free = free.flatMap((gap) => left(gap, place, needs)).sort(latestFirst);
  }
  return found;
}

function latestFirst(a: Gap, b: Gap): number {
  return b.until - a.until || (a.items[0] ?? 0) - (b.items[0] ?? 0);
}

/** One place in several stretches; undefined when it does not fit. */
function inParts(
  free: readonly Gap[],
  { length, shortest, longest, grid, between }: PlaceNeeds,
): Stretch[] | undefined {
  const place: Stretch[] = [];
  let need = length;
  for (const gap of free) {
    if (place.some((one) => !isApart(one, gap, share(one, gap) ? between : 0))) continue;
    const most = Math.min(need, longest, gap.until - gap.from);
    // What is left must be long enough to be a stretch.
    const rest = need - most;
    const least = rest > 0 && rest < shortest ? Math.ceil((shortest - rest) / grid) * grid : 0;
    if (most - least < shortest) continue;
    place.push(last(gap, most - least));
    need -= most - least;
    if (need === 0) return place;
  }
  return undefined;
}

/** What of a gap is left beside the stretches of a place. */
function left(gap: Gap, place: readonly Stretch[], needs: PlaceNeeds): Gap[] {
  let parts = [gap];
  for (const { items, from, until } of place)
    if (share({ items }, gap))
      parts = parts.flatMap((part) =>
        isApart(part, { from, until }, needs.between)
          ? [part]
          : [
              { ...part, until: from - needs.between },
              { ...part, from: until + needs.between },
            ].flatMap((rest) => onGrid(rest, needs)),
      );
  return parts;
}

function share(one: Pick<Gap, 'items'>, other: Pick<Gap, 'items'>): boolean {
  return one.items.some((item) => other.items.includes(item));
}

function isApart(one: Span, other: Span, by: number): boolean {
  return one.from >= other.until + by || other.from >= one.until + by;
}

function last({ items, until }: Gap, length: number): Stretch {
  return { items, from: until - length, until };
}

/** The part of a gap between whole steps; nothing when that is too short. */
function onGrid(gap: Gap, { grid, shortest }: PlaceNeeds): Gap[] {
  const from = gap.base + Math.ceil((gap.from - gap.base) / grid) * grid;
  const until = gap.base + Math.floor((gap.until - gap.base) / grid) * grid;
  return until - from >= shortest ? [{ ...gap, from, until }] : [];
}
