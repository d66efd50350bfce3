import type { Day } from './days.ts';
import type { Stretch } from './stretches.ts';

/** Where a stretch stands in the column of a day, as shares of the hours that are drawn; undefined when it is not seen. */
export function place(
  { startsAt, endsAt }: Stretch,
  day: Day,
  [from, to]: readonly [number, number],
): { start: number; length: number } | undefined {
  const first = day.startsAt + from * hour;
  const last = Math.min(day.startsAt + to * hour, day.endsAt);
  const [begins, ends] = [Math.max(startsAt, first), Math.min(endsAt, last)];
  if (ends <= begins) return undefined;
  const whole = (to - from) * hour;
  return { start: (begins - first) / whole, length: (ends - begins) / whole };
}

/** The instant at a share of a day’s column, down to the grid of the resource. */
export function instantAt(share: number, day: Day, [from, to]: readonly [number, number], gridMinutes: number): number {
  const minutes = (from + Math.min(Math.max(share, 0), 1) * (to - from)) * 60;
  return day.startsAt + Math.floor(minutes / gridMinutes) * gridMinutes * 60_000;
}

/** Blocks that overlap stand in lanes beside each other: the lane of each, and how many there are. */
export function lanes<Block extends Stretch>(blocks: readonly Block[]): { block: Block; lane: number; of: number }[] {
  const sorted = blocks.toSorted((a, b) => a.startsAt - b.startsAt || b.endsAt - a.endsAt);
  const placed: { block: Block; lane: number; of: number }[] = [];
  let group: typeof placed = [];
  let groupEnd = -Infinity;
  for (const block of sorted) {
    if (block.startsAt >= groupEnd) group = [];
    const taken = new Set(group.filter((one) => one.block.endsAt > block.startsAt).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    const one = { block, lane, of: 1 };
    group.push(one);
    placed.push(one);
    const of = Math.max(...group.map((member) => member.lane)) + 1;
    for (const member of group) member.of = of;
    groupEnd = Math.max(groupEnd, block.endsAt);
  }
  return placed;
}

const hour = 3_600_000;
