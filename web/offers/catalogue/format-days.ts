const yearMs = 366 * 86_400_000;

/** From one calendar date to another. Their year is said only when they are not within a year of now: “1 Feb – 18 Jun”. */
export function formatDays(locale: string, from: string, to: string, now: Date): string {
  const isNear = [from, to].every((day) => Math.abs(Date.parse(day) - now.getTime()) < yearMs);
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...(!isNear && { year: 'numeric' }),
  });
  if (from === to) return format.format(new Date(from));
  const [first, last] = [format.format(new Date(from)), format.format(new Date(to))];
  // In Chinese formatRange writes 2/1; and it adds the year by itself when there are two, which nobody near them needs.
  if (locale.startsWith('zh')) return `${first}–${last}`;
  return isNear && from.slice(0, 4) !== to.slice(0, 4)
    ? `${first} – ${last}`
    : format.formatRange(new Date(from), new Date(to));
}
