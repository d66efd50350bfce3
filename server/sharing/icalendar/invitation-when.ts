import type { InterfaceLanguage } from '@collegium/contract/localised-text.ts';

interface Times {
  starts_at: Date;
  ends_at: Date;
  /** IANA, of the place. */
  place_zone: string;
  /** IANA, of the reader. */
  reader_zone: string;
}

const locales: Record<InterfaceLanguage, string> = { en: 'en-GB', 'zh-CN': 'zh-CN' };

/** When a booking is, in the reader's time, and where its clocks differ in that of the place as well: a line each, with the zone. */
export function whenOf({ starts_at, ends_at, place_zone, reader_zone }: Times, language: InterfaceLanguage): string {
  const range = (timeZone: string) =>
    new Intl.DateTimeFormat(locales[language], {
      weekday: 'short',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    }).formatRange(starts_at, ends_at);
  const line = (zone: string) => `${range(zone)} (${zone})`;
  return range(place_zone) === range(reader_zone) ? line(reader_zone) : `${line(reader_zone)}\n${line(place_zone)}`;
}
