import { RRuleTemporal } from 'rrule-temporal';
import { dayOf, type Day, type Reading } from './wall-clock.ts';

export interface Recurring {
  /** The first occurrence, or the moment from which the rule counts. */
  starts: Reading;
  /** RFC 5545 RRULE without DTSTART, for instance FREQ=WEEKLY;COUNT=12. UNTIL is read on the wall clock. */
  rule: string;
  excludedOn: readonly Day[];
  atMost: number;
}

export type Occurrences =
  | { readings: Reading[] }
  | { fault: 'unreadable'; reason: string }
  | { fault: 'endless' }
  | { fault: 'empty' };

const frequencies = /(?:^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)/;

/**
 * The readings of the wall clock at which a rule occurs, in order: what clocks do to each is left to the caller, so a
 * weekly lesson at nine stays at nine. A rule without end, or with more than `atMost` occurrences, is endless.
 */
export function occurrencesOf({ starts, rule, excludedOn, atMost }: Recurring): Occurrences {
  const text = rule
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '');
  if (/[\r\n]/.test(text)) return { fault: 'unreadable', reason: 'one rule, on one line' };
  if (!frequencies.test(text)) return { fault: 'unreadable', reason: 'FREQ is DAILY, WEEKLY, MONTHLY or YEARLY' };
  if (/(?:^|;)COUNT=(?!0*[1-9]\d*(?:;|$))/.test(text)) return { fault: 'unreadable', reason: 'COUNT is at least 1' };
  if (!/(?:^|;)(?:COUNT|UNTIL)=/.test(text)) return { fault: 'endless' };
  const excluded = new Set(excludedOn);
  try {
    const all = expand(starts, text, atMost);
    if (all.length > atMost) return { fault: 'endless' };
    const readings = all.filter((reading) => !excluded.has(dayOf(reading)));
    return readings.length === 0 ? { fault: 'empty' } : { readings };
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return reason.startsWith('Maximum iterations') ? { fault: 'empty' } : { fault: 'unreadable', reason };
  }
}

/** The wall clock is reckoned as if it showed UTC, which has no changes of clocks. */
function expand(starts: Reading, rule: string, atMost: number): Reading[] {
  const dtstart = `${starts.replaceAll(/[-:]/g, '')}00Z`;
  const until = rule
    .replace(/UNTIL=(\d{8})(?=;|$)/, 'UNTIL=$1T235959Z')
    .replace(/UNTIL=(\d{8}T\d{6})(?=;|$)/, 'UNTIL=$1Z');
  const parsed = new RRuleTemporal({ rruleString: `DTSTART:${dtstart}\nRRULE:${until}` });
  return parsed
    .all((_, index) => index <= atMost)
    .map((occurrence) => new Date(occurrence.epochMilliseconds).toISOString().slice(0, 16));
}
