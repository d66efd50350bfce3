import { instantOf, isTimeZone, localTimeOf } from '@collegium/contract/offers/local-time.ts';
import type { Reading } from '@collegium/scheduling';
import { Problem } from '../../platform/problem/problem.ts';

/**
 * The instant of what a booking says: a wall clock's reading in the zone of the place, or an instant with its offset, which
 * alone can name the second two o'clock of an autumn night. Throws booking.time_unreadable, booking.zone_unknown.
 */
export function instantOfMoment(moment: string, timeZone: string): Date {
  if (!isTimeZone(timeZone)) throw new Problem('booking.zone_unknown', { timeZone });
  const hasOffset = /(?:Z|[+-]\d{2}:\d{2})$/.test(moment);
  const reading = moment.slice(0, 16);
  // Days that no calendar has are days of the next month to `Date`.
  const isOnCalendar = instantOf(reading, 'UTC') !== undefined;
  const instant = hasOffset ? isOnCalendar && new Date(moment) : instantOf(reading, timeZone);
  if (!instant || Number.isNaN(instant.getTime()))
    throw new Problem('booking.time_unreadable', { timeZone, time: moment.replace('T', ' ') });
  return instant;
}

/** What clocks at the place read at an instant. */
export function readingOf(instant: Date, timeZone: string): Reading {
  return localTimeOf(instant, timeZone);
}
