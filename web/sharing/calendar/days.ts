import { instantOf, wallClockOf } from '@collegium/contract/wall-clock';
import type { CalendarViewName } from '../search.ts';

/** A column of a calendar: a day of the reader, with the instants between which it lies. */
export interface Day {
  /** `2026-10-13`. */
  date: string;
  startsAt: number;
  endsAt: number;
}

/** The days that a view shows: one, a week from Monday, or a month. `date` is any day in it. */
export function daysOf(view: CalendarViewName, date: string, timeZone: string): Day[] {
  const [first, count] = spanOf(view, date);
  return Array.from({ length: count }, (_, index) => dayOf(addDays(first, index), timeZone));
}

export function dayOf(date: string, timeZone: string): Day {
  return { date, startsAt: midnight(date, timeZone), endsAt: midnight(addDays(date, 1), timeZone) };
}

/** A day of the view before or after this one. */
export function step(view: CalendarViewName, date: string, direction: 1 | -1): string {
  if (view === 'day') return addDays(date, direction);
  if (view === 'week') return addDays(date, 7 * direction);
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + direction, 1)).toISOString().slice(0, 10);
}

export function todayIn(timeZone: string, now: Date): string {
  return wallClockOf(now, timeZone).slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Monday is 1. */
export function weekdayOf(date: string): number {
  return ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

function spanOf(view: CalendarViewName, date: string): [first: string, count: number] {
  if (view === 'day') return [date, 1];
  if (view === 'week') return [addDays(date, 1 - weekdayOf(date)), 7];
  const [year = 0, month = 1] = date.split('-').map(Number);
  return [`${date.slice(0, 8)}01`, new Date(Date.UTC(year, month, 0)).getUTCDate()];
}

/** The first instant of a day; where clocks skip midnight, the day begins when they have. */
function midnight(date: string, timeZone: string): number {
  return instantOf(`${date}T00:00`, timeZone)?.getTime() ?? Date.parse(`${date}T00:00:00Z`);
}
