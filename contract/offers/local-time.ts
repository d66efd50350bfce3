/** A wall clock's reading at the place of a session: `2026-10-25T02:30`. */
export const localTimePattern = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]$';

/** Whether a name is a time zone of the IANA database, `Europe/Paris` or `UTC`; offsets and abbreviations are not. */
export function isTimeZone(name: string): boolean {
  if (name !== 'UTC' && !name.includes('/')) return false;
  try {
    return zoneNames().has(new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone);
  } catch {
    return false;
  }
}

/**
 * The instant of a wall clock's reading in a zone. A reading that occurs twice, when clocks go back, means the first.
 * undefined when it never occurs: clocks go forward over it, or the calendar has no such day.
 */
export function instantOf(local: string, timeZone: string): Date | undefined {
  const asUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const candidates = [asUtc - dayMs, asUtc + dayMs].map((near) => asUtc - offsetMs(near, timeZone));
  const valid = candidates.filter((instant) => localTimeOf(new Date(instant), timeZone) === local);
  return valid.length === 0 ? undefined : new Date(Math.min(...valid));
}

/** What a wall clock in the zone reads at an instant, to the minute. */
export function localTimeOf(instant: Date, timeZone: string): string {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts['year']?.padStart(4, '0')}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`;
}

const dayMs = 86_400_000;

function offsetMs(instant: number, timeZone: string): number {
  const toTheMinute = Math.floor(instant / 60_000) * 60_000;
  return Date.parse(`${localTimeOf(new Date(toTheMinute), timeZone)}:00Z`) - toTheMinute;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}

let names: Set<string> | undefined;

function zoneNames(): Set<string> {
  names ??= new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
  return names;
}
