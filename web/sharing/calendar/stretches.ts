import { instantOf } from '@collegium/contract/wall-clock';
import type { CalendarView } from '@collegium/contract/sharing/calendar';
import { addDays, weekdayOf, type Day } from './days.ts';

export interface Stretch {
  startsAt: number;
  endsAt: number;
}

export type CalendarResource = CalendarView['resources'][number];

/** When a resource is closed between two instants, with what is written beside an exception. Times are the place's. */
export function closedStretches(
  { openings, exceptions, timeZone }: Pick<CalendarResource, 'openings' | 'exceptions' | 'timeZone'>,
  span: Stretch,
): (Stretch & { note: string })[] {
  if (openings.length === 0 && exceptions.length === 0) return [];
  const closed: (Stretch & { note: string })[] = [];
  const last = new Date(span.endsAt).toISOString().slice(0, 10);
  for (
    let date = addDays(new Date(span.startsAt).toISOString().slice(0, 10), -1);
    date <= addDays(last, 1);
    date = addDays(date, 1)
  ) {
    const exception = exceptions.find(({ onDate }) => onDate === date);
    let from = at(date, 0, timeZone);
    for (const [opens, closes] of merge(hoursOn(date, openings, exception))) {
      push(closed, from, at(date, opens, timeZone), exception?.note ?? '', span);
      from = at(date, closes, timeZone);
    }
    push(closed, from, at(date, 1_440, timeZone), exception?.note ?? '', span);
  }
  return closed;
}

function hoursOn(
  date: string,
  openings: CalendarResource['openings'],
  exception: CalendarResource['exceptions'][number] | undefined,
): [number, number][] {
  if (exception) {
    const { opensMinute, closesMinute } = exception;
    return opensMinute === null || closesMinute === null ? [] : [[opensMinute, closesMinute]];
  }
  if (openings.length === 0) return [[0, 1_440]];
  const weekday = weekdayOf(date);
  return openings
    .filter((one) => one.weekday === weekday)
    .map(({ opensMinute, closesMinute }): [number, number] => [opensMinute, closesMinute]);
}

function merge(hours: [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [opens, closes] of hours.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && opens <= last[1]) last[1] = Math.max(last[1], closes);
    else merged.push([opens, closes]);
  }
  return merged;
}

function push(closed: (Stretch & { note: string })[], startsAt: number, endsAt: number, note: string, span: Stretch) {
  const cut = { startsAt: Math.max(startsAt, span.startsAt), endsAt: Math.min(endsAt, span.endsAt) };
  if (cut.endsAt <= cut.startsAt) return;
  const before = closed.at(-1);
  if (before && before.endsAt === cut.startsAt && before.note === note) before.endsAt = cut.endsAt;
  else closed.push({ ...cut, note });
}

function at(date: string, minute: number, timeZone: string): number {
  const day = minute === 1_440 ? addDays(date, 1) : date;
  const clock = `${String(Math.floor((minute % 1_440) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return instantOf(`${day}T${clock}`, timeZone)?.getTime() ?? Date.parse(`${day}T${clock}Z`);
}

/** Time that is left within a span when some stretches are taken out; they may overlap. Milliseconds. */
export function timeLeft(span: Stretch, taken: readonly Stretch[]): number {
  let left = 0;
  let from = span.startsAt;
  for (const one of taken.toSorted((a, b) => a.startsAt - b.startsAt)) {
    if (one.startsAt > from) left += Math.min(one.startsAt, span.endsAt) - from;
    from = Math.max(from, one.endsAt);
    if (from >= span.endsAt) return left;
  }
  return left + Math.max(0, span.endsAt - from);
}

/** The hours of the day that a view draws: 8 to 20, and more when something is open or booked outside. */
export function hoursShown(days: readonly Day[], stretches: readonly Stretch[]): [from: number, to: number] {
  let [from, to] = [8, 20];
  for (const { startsAt, endsAt } of days)
    for (const one of stretches) {
      if (one.endsAt <= startsAt || one.startsAt >= endsAt) continue;
      from = Math.min(from, Math.floor(Math.max(0, one.startsAt - startsAt) / 3_600_000));
      to = Math.max(to, Math.ceil(Math.min(endsAt - startsAt, one.endsAt - startsAt) / 3_600_000));
    }
  return [from, Math.min(to, 24)];
}

/** How full a pool is over time: a step each time somebody begins or ends, those without anybody left out. */
export function occupancy(blocks: readonly (Stretch & { quantity: number; isCertain: boolean })[]) {
  const edges = [...new Set(blocks.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]))].toSorted((a, b) => a - b);
  const steps: (Stretch & { held: number; asked: number })[] = [];
  for (const [index, startsAt] of edges.entries()) {
    const endsAt = edges[index + 1];
    if (endsAt === undefined) break;
    const within = blocks.filter((one) => one.startsAt <= startsAt && one.endsAt >= endsAt);
    const held = sum(within.filter(({ isCertain }) => isCertain));
    const asked = sum(within.filter(({ isCertain }) => !isCertain));
    const before = steps.at(-1);
    if (held + asked === 0) continue;
    if (before && before.endsAt === startsAt && before.held === held && before.asked === asked) before.endsAt = endsAt;
    else steps.push({ startsAt, endsAt, held, asked });
  }
  return steps;
}

function sum(blocks: readonly { quantity: number }[]): number {
  return blocks.reduce((total, { quantity }) => total + quantity, 0);
}
