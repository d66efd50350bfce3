/** What a clock on the wall of a time zone shows at an instant: `2026-10-15T12:00`. */
export function wallClockOf(instant: Date, timeZone: string): string {
  const parts = formatterOf(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The instant at which the clock shows `2026-10-15T12:00`; undefined when the text is no such time.
 * Of an hour that happens twice in autumn the first counts; a time that is skipped in spring counts as that much later.
 */
export function instantOf(wallClock: string, timeZone: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wallClock)) return undefined;
  const asUtc = Date.parse(`${wallClock}Z`);
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== wallClock) return undefined;
  const before = asUtc - offsetAt(asUtc - day, timeZone);
  const after = asUtc - offsetAt(asUtc + day, timeZone);
  const matching = [before, after].filter((time) => wallClockOf(new Date(time), timeZone) === wallClock);
  return new Date(matching.length > 0 ? Math.min(...matching) : before);
}

const day = 86_400_000;

/** How far the zone's clocks are ahead of UTC, in milliseconds, to the minute. */
function offsetAt(time: number, timeZone: string): number {
  const minute = Math.floor(time / 60_000) * 60_000;
  return Date.parse(`${wallClockOf(new Date(minute), timeZone)}Z`) - minute;
}

/** Making a formatter takes longer than using it a hundred times. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

/** Few: only names that exist get in. */
const formatters = new Map<string, Intl.DateTimeFormat>();
