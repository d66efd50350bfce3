/**
 * Readings of a wall clock, `2026-10-25T02:30`, and days, `2026-10-25`, reckoned as if no clock ever changed: what clocks
 * do to them is the business of whoever turns them into instants. Years 0001 to 9999.
 */
export type Reading = string;
export type Day = string;

const minuteMs = 60_000;

export function dayOf(reading: Reading): Day {
  return reading.slice(0, 10);
}

/** Minutes from midnight. */
export function minuteOf(reading: Reading): number {
  return Number(reading.slice(11, 13)) * 60 + Number(reading.slice(14, 16));
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function addMinutes(reading: Reading, minutes: number): Reading {
  return new Date(Date.parse(`${reading}:00Z`) + minutes * minuteMs).toISOString().slice(0, 16);
}

export function minutesBetween(from: Reading, until: Reading): number {
  return (Date.parse(`${until}:00Z`) - Date.parse(`${from}:00Z`)) / minuteMs;
}

/** The reading so many minutes after the midnight that begins the day. */
export function readingAt(day: Day, minute: number): Reading {
  return addMinutes(`${day}T00:00`, minute);
}
