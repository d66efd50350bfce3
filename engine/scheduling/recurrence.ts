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

/** What each part of a rule may say. What is left out here, such as seconds, would be passed over in silence. */
const parts: Record<string, RegExp> = {
  FREQ: /^[A-Z]+$/,
  UNTIL: /^\d{8}(?:T\d{6}Z?)?$/,
  COUNT: /^0*[1-9]\d*$/,
  INTERVAL: /^0*[1-9]\d*$/,
  WKST: /^(?:MO|TU|WE|TH|FR|SA|SU)$/,
  BYDAY: listOf('[+-]?(?:[1-9]|[1-4]\\d|5[0-3])?(?:MO|TU|WE|TH|FR|SA|SU)'),
  BYMONTH: listOf('0?[1-9]|1[0-2]'),
  BYMONTHDAY: listOf('[+-]?(?:0?[1-9]|[12]\\d|3[01])'),
  BYYEARDAY: listOf('[+-]?(?:[1-9]\\d?|[12]\\d\\d|3[0-5]\\d|36[0-6])'),
  BYWEEKNO: listOf('[+-]?(?:0?[1-9]|[1-4]\\d|5[0-3])'),
  BYSETPOS: listOf('[+-]?(?:[1-9]\\d?|[12]\\d\\d|3[0-5]\\d|36[0-6])'),
  BYHOUR: listOf('[01]?\\d|2[0-3]'),
  BYMINUTE: listOf('[0-5]?\\d'),
};

function listOf(value: string): RegExp {
  return new RegExp(`^(?:${value})(?:,(?:${value}))*$`);
}

/** The first part that cannot be read, or stands there twice. */
function unreadablePart(rule: string): string | undefined {
  const said = rule.split(';').map((part) => {
    const equals = part.indexOf('=');
    return { part, name: part.slice(0, equals), value: part.slice(equals + 1) };
  });
  const isAgain = (name: string, index: number) => said.findIndex((one) => one.name === name) < index;
  return said.find(
    ({ name, value }, index) => !Object.hasOwn(parts, name) || !parts[name]?.test(value) || isAgain(name, index),
  )?.part;
}

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
  const unreadable = unreadablePart(text.replace(/;$/, ''));
  if (unreadable !== undefined) return { fault: 'unreadable', reason: unreadable };
  if (!/(?:^|;)(?:COUNT|UNTIL)=/.test(text)) return { fault: 'endless' };
  const excluded = new Set(excludedOn);
  try {
    const all = expand(starts, text, atMost);
    if (all.length > atMost) return { fault: 'endless' };
    if (all.some((reading) => reading.startsWith('+') || reading.startsWith('9999')))
      return { fault: 'unreadable', reason: 'it leads beyond the year 9998' };
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
