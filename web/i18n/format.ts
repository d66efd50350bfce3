import { minorUnitsOf } from '@collegium/contract/minor-units';

/** For whom something is written: language habits and time zone (IANA) of the reader. */
export interface Reader {
  locale: string;
  timeZone: string;
}

/** An instant: ISO 8601 text as the server sends it, or a Date. */
export type Instant = string | Date;

/** A day, as in “15 October 2026”. A calendar date (`2026-10-15`) is the same day for every reader. */
export function formatDate(
  reader: Reader,
  value: Instant,
  options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' },
): string {
  const isCalendarDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return new Intl.DateTimeFormat(reader.locale, {
    ...options,
    timeZone: isCalendarDate ? 'UTC' : reader.timeZone,
  }).format(new Date(value));
}

/** A day without its year, for lists: “15 Oct”. */
export function formatDay(reader: Reader, value: Instant): string {
  return formatDate(reader, value, { day: 'numeric', month: 'short' });
}

/** A moment to the minute with the zone it is told in: “15 October 2026 at 12:00 CEST”. */
export function formatDateTime(reader: Reader, value: Instant, timeZone: string = reader.timeZone): string {
  return new Intl.DateTimeFormat(reader.locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(value));
}

/** The time of day in the reader's zone: “17:00”. */
export function formatTime(reader: Reader, value: Instant): string {
  return new Intl.DateTimeFormat(reader.locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: reader.timeZone,
  }).format(new Date(value));
}

/** From one day to another, with what they share said once: “1 Feb – 18 Jun 2027”. */
export function formatDateRange(reader: Reader, from: Instant, to: Instant): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: reader.timeZone } as const;
  return new Intl.DateTimeFormat(reader.locale, options).formatRange(new Date(from), new Date(to));
}

/** How long until or since: “in 3 days”, “40 minutes ago”. */
export function formatRelative(reader: Reader, value: Instant, now: Date): string {
  const seconds = (new Date(value).getTime() - now.getTime()) / 1000;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? units[units.length - 1]!;
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

export function formatNumber(reader: Reader, value: number, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(reader.locale, options).format(value);
}

/** A share between 0 and 1 as a percentage without decimals. */
export function formatShare(reader: Reader, share: number): string {
  return formatNumber(reader, share, { style: 'percent', maximumFractionDigits: 0 });
}

/** Money from minor units and an ISO 4217 code; currencies without minor units (JPY) are understood. Whole amounts drop their zeros. */
export function formatMoney(reader: Reader, amountMinor: number, currency: string): string {
  return formatNumber(reader, amountMinor / minorUnitsOf(currency), {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
}

/** A list in words: “Ribeira, Jianglan and Vantera”. */
export function formatList(
  reader: Reader,
  items: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(reader.locale, { type }).format(items);
}
