import { instantOf } from '@collegium/contract/offers/local-time.ts';
import { addDays, findPlaces, openMinutes, type Gap, type Span, type Stretch } from '@collegium/scheduling';
import type { IdleItems, IdleRow } from './idle-query.ts';

const minuteMs = 60_000;
const daysAtMost = 400;

/** The days from the first to the last; undefined when there are none, or too many. */
export function daysBetween(from: string, until: string): string[] | undefined {
  const days: string[] = [];
  for (let day = from; day <= until && days.length <= daysAtMost; day = addDays(day, 1)) days.push(day);
  return days.length === 0 || days.length > daysAtMost ? undefined : days;
}

/** Hours for so many places of so many minutes, or for as many as fit. */
export function findHours(
  row: IdleRow,
  days: readonly string[],
  now: Date,
  { places, minutes }: { places: number; minutes: number },
): Stretch[][] {
  const grid = row.grid_minutes * minuteMs;
  return findPlaces(gapsOf(row, days, now), {
    places,
    length: minutes * minuteMs,
    shortest: Math.ceil(row.shortest_minutes / row.grid_minutes) * grid,
    longest: Math.floor(row.longest_minutes / row.grid_minutes) * grid,
    grid,
    between: Math.max(...[row, ...row.parts].map(betweenOf)) * minuteMs,
  });
}

function betweenOf({ buffer_before_minutes, buffer_after_minutes }: IdleItems): number {
  return buffer_before_minutes + buffer_after_minutes;
}

/**
 * When each item of a resource, and with it one of each part, is open and free in some days, so that a booking with its
 * buffers fits; nothing before `now`.
 */
function gapsOf(row: IdleRow, days: readonly string[], now: Date): Gap[] {
  const open = days.flatMap((day) => openOn(row, day));
  const earliest = now.getTime() + row.notice_minutes * minuteMs;
  const shut = row.parts.map((one) => shutOf(one, days));
  return togetherWith(row).flatMap((used) => {
    const taken = [...used.flatMap(takenOf), ...shut.flat()];
    return open.flatMap(({ base, ...span }) =>
      without({ ...span, from: Math.max(span.from, earliest) }, taken).map((gap) => ({
        ...gap,
        items: used.map(({ key }) => key),
        base,
      })),
    );
  });
}

interface Used {
  of: IdleItems;
  key: number;
  held: IdleItems['items'][number]['held'];
}

const alternativesAtMost = 8;

/** Each item of a resource with one of each part. Of parts that are pools a few items are tried with it: all would be too many. */
function togetherWith(row: IdleRow): Used[][] {
  const tried = Math.min(alternativesAtMost, Math.max(1, ...row.parts.map(({ items }) => items.length)));
  return row.items.flatMap((item, index) =>
    Array.from({ length: tried }, (_, shift) => [
      { of: row, ...item },
      ...row.parts.flatMap((of) => {
        const other = of.items[(index + shift) % of.items.length];
        return other ? [{ of, ...other }] : [];
      }),
    ]).filter((used) => used.length === row.parts.length + 1),
  );
}

/** When a booking cannot have an item: while it is held, buffers between. */
function takenOf({ of, held }: Used): Span[] {
  const [before, after] = [of.buffer_before_minutes * minuteMs, of.buffer_after_minutes * minuteMs];
  return [...held, ...of.stranded].map(([from, until]) => ({ from: from - after, until: until + before }));
}

/** When a part is closed in some days. */
function shutOf(part: IdleItems, days: readonly string[]): Span[] {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const around = [addDays(first, -1), ...days, addDays(last, 1)];
  const always = { from: -Infinity, until: Infinity };
  return without(
    always,
    around.flatMap((day) => openOn({ ...part, grid_minutes: 1 }, day)),
  );
}

/** Open hours of a day as instants, with the first whole step of the grid; what a change of clocks skips is left out. */
function openOn(row: IdleItems & { grid_minutes: number }, day: string): (Span & { base: number })[] {
  const hours = { weekly: row.openings, exceptions: row.exceptions, audience: row.audience };
  return openMinutes(hours, row.audience, day).flatMap(([opens, closes]) => {
    const at = (minute: number) => instantAt(day, minute, row.time_zone);
    const [from, until, base] = [opens, closes, Math.ceil(opens / row.grid_minutes) * row.grid_minutes].map(at);
    return from && until && base ? [{ from, until, base }] : [];
  });
}

function instantAt(day: string, minute: number, timeZone: string): number | undefined {
  const [on, within] = minute >= 1_440 ? [addDays(day, 1), minute - 1_440] : [day, minute];
  const clock = [Math.floor(within / 60), within % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return instantOf(`${on}T${clock}`, timeZone)?.getTime();
}

/** The parts of a span outside of others. */
function without(span: Span, taken: readonly Span[]): Span[] {
  let left = span.from < span.until ? [span] : [];
  for (const { from, until } of taken)
    left = left.flatMap((one) =>
      from >= one.until || until <= one.from
        ? [one]
        : [
            { from: one.from, until: from },
            { from: until, until: one.until },
          ].filter((rest) => rest.from < rest.until),
    );
  return left;
}
