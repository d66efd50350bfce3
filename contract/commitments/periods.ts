import type { CommitmentRhythm } from '../commitments.ts';
import { addMonths, dayNumber, dayText } from './days.ts';

/** A stretch of days for which a quantity is promised; both days are included. */
export interface Period {
  number: number;
  startsOn: string;
  endsOn: string;
}

const monthsOf = { once: undefined, term: 6, year: 12 } as const;
/** A promise for longer than this is cut; nobody measures a century of half years. */
const periodsAtMost = 200;

/** The periods of a promise, in order, without a gap: the whole time, or half years or years from its first day on. */
export function periodsOf(startsOn: string, endsOn: string, every: CommitmentRhythm): Period[] {
  const months = monthsOf[every];
  if (endsOn < startsOn) return [];
  if (months === undefined) return [{ number: 1, startsOn, endsOn }];
  const periods: Period[] = [];
  for (let number = 1; number <= periodsAtMost; number += 1) {
    const first = addMonths(startsOn, months * (number - 1));
    if (first > endsOn) break;
    const last = dayText(dayNumber(addMonths(startsOn, months * number)) - 1);
    periods.push({ number, startsOn: first, endsOn: last < endsOn ? last : endsOn });
  }
  return periods;
}
