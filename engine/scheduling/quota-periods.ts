import { addDays, dayOf, minutesBetween, weekdayOf, type Day, type Reading } from './wall-clock.ts';

export type Period = 'day' | 'week' | 'month' | 'year';

/** The first day of the period that a day is in. Weeks begin on Monday. */
export function beginningOf(period: Period, day: Day): Day {
  switch (period) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, 1 - weekdayOf(day));
    case 'month':
      return `${day.slice(0, 7)}-01`;
    case 'year':
      return `${day.slice(0, 4)}-01-01`;
  }
}

/** How many minutes of the time between two readings fall into each period, in order. */
export function splitByPeriod(period: Period, from: Reading, until: Reading): { startsOn: Day; minutes: number }[] {
  const parts: { startsOn: Day; minutes: number }[] = [];
  let at = from;
  while (at < until) {
    const startsOn = beginningOf(period, dayOf(at));
    const next = `${followingOf(period, startsOn)}T00:00`;
    const ends = next < until ? next : until;
    parts.push({ startsOn, minutes: minutesBetween(at, ends) });
    at = ends;
  }
  return parts;
}

/** How many minutes of the time between two readings fall into some days, the last included. */
export function minutesWithin(startsOn: Day, endsOn: Day, from: Reading, until: Reading): number {
  const begins = `${startsOn}T00:00`;
  const ends = `${addDays(endsOn, 1)}T00:00`;
  const [first, last] = [from > begins ? from : begins, until < ends ? until : ends];
  return first < last ? minutesBetween(first, last) : 0;
}

function followingOf(period: Period, startsOn: Day): Day {
  const beyond = { day: 1, week: 7, month: 31, year: 366 }[period];
  return beginningOf(period, addDays(startsOn, beyond));
}
