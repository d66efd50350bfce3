import type { CalendarBlock } from '@collegium/contract/sharing/calendar';
import type { Day } from './days.ts';
import { closedStretches, hoursShown, occupancy, timeLeft, type CalendarResource, type Stretch } from './stretches.ts';

/** A block with its instants as numbers. */
export interface Block extends Stretch {
  source: CalendarBlock;
}

/** A resource as a row of the calendar draws it. */
export interface Row {
  resource: CalendarResource;
  blocks: Block[];
  /** Of pools: how full it is. */
  steps: ReturnType<typeof occupancy>;
  closed: ReturnType<typeof closedStretches>;
  /** What cannot be booked any more: closed, held (also for who waits for an approval), or every item held. */
  taken: Stretch[];
}

/** Makes the rows that a span of days shows. */
export function rowsOf(resources: readonly CalendarResource[], days: readonly Day[]): Row[] {
  const span = { startsAt: days[0]?.startsAt ?? 0, endsAt: days.at(-1)?.endsAt ?? 0 };
  return resources.map((resource) => {
    const blocks = resource.blocks.map((source) => ({
      source,
      startsAt: Date.parse(source.startsAt),
      endsAt: Date.parse(source.endsAt),
    }));
    const closed = closedStretches(resource, span);
    const isPool = resource.units > 1;
    const steps = isPool ? occupancy(blocks.map(asHeld)) : [];
    const full = isPool ? steps.filter(({ held, asked }) => held + asked >= resource.units) : blocks;
    return { resource, blocks, steps, closed, taken: [...closed, ...full] };
  });
}

/** Whether a block is settled; what waits for an approval is held as well, but may become free. */
function isCertain({ source: { state } }: Block): boolean {
  return state === 'confirmed' || state === 'offered' || state === 'completed';
}

function asHeld(block: Block) {
  const { startsAt, endsAt, source } = block;
  return { startsAt, endsAt, quantity: source.quantity, isCertain: isCertain(block) };
}

/** Hours of a row that can still be booked from now to the end of the span, whole ones. */
export function freeHours(row: Row, days: readonly Day[], now: number): number {
  const span = { startsAt: Math.max(now, days[0]?.startsAt ?? 0), endsAt: days.at(-1)?.endsAt ?? 0 };
  return span.endsAt <= span.startsAt ? 0 : Math.floor(timeLeft(span, row.taken) / 3_600_000);
}

/** The hours that all rows together need to be drawn. */
export function hoursOf(rows: readonly Row[], days: readonly Day[]): [number, number] {
  const open = rows.flatMap(({ closed }) => (closed.length === 0 ? [] : days.flatMap((day) => opened(day, closed))));
  return hoursShown(days, [...rows.flatMap(({ blocks }) => blocks), ...open]);
}

/** When it is open on a day. */
function opened(day: Day, closed: readonly Stretch[]): Stretch[] {
  const open: Stretch[] = [];
  let from = day.startsAt;
  for (const one of closed) {
    if (one.endsAt <= day.startsAt || one.startsAt >= day.endsAt) continue;
    if (one.startsAt > from) open.push({ startsAt: from, endsAt: one.startsAt });
    from = Math.max(from, one.endsAt);
  }
  if (from < day.endsAt) open.push({ startsAt: from, endsAt: day.endsAt });
  return open;
}
