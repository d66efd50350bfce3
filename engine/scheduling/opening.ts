import { addDays, dayOf, minuteOf, weekdayOf, type Day, type Reading } from './wall-clock.ts';

/** For whom something is open; each admits those before it as well. */
export const circles = ['own', 'partners', 'network'] as const;
export type Circle = (typeof circles)[number];

/** Hours of a weekday (Monday is 1), in minutes from midnight, and for whom. */
export interface WeeklyHours {
  weekday: number;
  opensMinute: number;
  closesMinute: number;
  audience: Circle;
}

/** A day that differs from its weekday: closed without minutes. */
export interface DayException {
  onDate: Day;
  opensMinute: number | null;
  closesMinute: number | null;
}

export interface OpeningHours {
  weekly: readonly WeeklyHours[];
  exceptions: readonly DayException[];
  /** The widest circle that may book at all. */
  audience: Circle;
}

/**
 * The widest circle for which all the time between two readings is open; undefined when some of it is closed to everybody.
 * Without weekly hours it is always open, but for exceptions.
 */
export function openTo(hours: OpeningHours, from: Reading, until: Reading): Circle | undefined {
  for (const circle of circles.toReversed()) {
    if (rank(circle) > rank(hours.audience)) continue;
    if (spansOf(from, until).every((span) => isCovered(hours, circle, span))) return circle;
  }
  return undefined;
}

/** Open minutes of a day for a circle, in order and without overlaps. */
export function openMinutes(hours: OpeningHours, circle: Circle, day: Day): [number, number][] {
  const exception = hours.exceptions.find(({ onDate }) => onDate === day);
  if (exception)
    return exception.opensMinute === null || exception.closesMinute === null
      ? []
      : [[exception.opensMinute, exception.closesMinute]];
  if (hours.weekly.length === 0) return [[0, 1_440]];
  const weekday = weekdayOf(day);
  return merged(
    hours.weekly
      .filter((row) => row.weekday === weekday && rank(row.audience) >= rank(circle))
      .map((row) => [row.opensMinute, row.closesMinute]),
  );
}

interface Span {
  day: Day;
  from: number;
  until: number;
}

/** The time between two readings, day by day. */
function spansOf(from: Reading, until: Reading): Span[] {
  const spans: Span[] = [];
  for (let day = dayOf(from); day <= dayOf(until); day = addDays(day, 1)) {
    const begins = day === dayOf(from) ? minuteOf(from) : 0;
    const ends = day === dayOf(until) ? minuteOf(until) : 1_440;
    if (ends > begins) spans.push({ day, from: begins, until: ends });
  }
  return spans;
}

function isCovered(hours: OpeningHours, circle: Circle, { day, from, until }: Span): boolean {
  return openMinutes(hours, circle, day).some(([opens, closes]) => opens <= from && until <= closes);
}

function merged(intervals: [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [from, until] of intervals.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], until);
    else result.push([from, until]);
  }
  return result;
}

function rank(circle: Circle): number {
  return circles.indexOf(circle);
}
