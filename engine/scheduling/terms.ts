import { openTo, type Circle, type OpeningHours } from './opening.ts';
import { minuteOf, type Reading } from './wall-clock.ts';

/** How a resource may be booked. */
export interface Terms {
  gridMinutes: number;
  shortestMinutes: number;
  longestMinutes: number;
  noticeMinutes: number;
  horizonDays: number;
}

/** A time that is asked for: instants in milliseconds, and what clocks at the place read. */
export interface Asked {
  startsAt: number;
  endsAt: number;
  starts: Reading;
  ends: Reading;
}

/** Why a time cannot be booked, with what its sentence needs. */
export type Fault =
  | { is: 'reversed' | 'past' | 'closed' }
  | { is: 'off_grid'; minutes: number }
  | { is: 'too_short' | 'too_long'; minutes: number }
  | { is: 'too_soon'; minutes: number }
  | { is: 'too_far'; days: number };

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Every rule that a time breaks, and the widest circle that may have it. Lengths are those that really pass. */
export function judge(terms: Terms, hours: OpeningHours, asked: Asked, now: number): { faults: Fault[]; open: Circle } {
  const minutes = (asked.endsAt - asked.startsAt) / minuteMs;
  if (minutes <= 0) return { faults: [{ is: 'reversed' }], open: 'own' };
  const faults: Fault[] = [];
  if (asked.startsAt < now) faults.push({ is: 'past' });
  else if (asked.startsAt < now + terms.noticeMinutes * minuteMs)
    faults.push({ is: 'too_soon', minutes: terms.noticeMinutes });
  if (asked.startsAt > now + terms.horizonDays * dayMs) faults.push({ is: 'too_far', days: terms.horizonDays });
  if (minutes < terms.shortestMinutes) faults.push({ is: 'too_short', minutes: terms.shortestMinutes });
  if (minutes > terms.longestMinutes) faults.push({ is: 'too_long', minutes: terms.longestMinutes });
  if ([asked.starts, asked.ends].some((reading) => minuteOf(reading) % terms.gridMinutes !== 0))
    faults.push({ is: 'off_grid', minutes: terms.gridMinutes });
  const open = minutes > terms.longestMinutes ? hours.audience : openTo(hours, asked.starts, asked.ends);
  if (open === undefined) faults.push({ is: 'closed' });
  return { faults, open: open ?? 'own' };
}
