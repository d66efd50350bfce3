import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';

/** When a booking is: in the reader’s time, and in that of the place when it differs. */
export function useWhen() {
  const { t } = useLingui();
  const { reader } = useFormat();
  const rangeIn = (startsAt: string, endsAt: string, timeZone: string, isShort = false) =>
    new Intl.DateTimeFormat(reader.locale, {
      weekday: 'short',
      day: 'numeric',
      month: isShort ? 'short' : 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    }).formatRange(new Date(startsAt), new Date(endsAt));
  const differs = (instant: string, timeZone: string) =>
    clockIn(reader.locale, instant, timeZone) !== clockIn(reader.locale, instant, reader.timeZone);
  return {
    own: (startsAt: string, endsAt: string) => rangeIn(startsAt, endsAt, reader.timeZone),
    short: (startsAt: string, endsAt: string) => rangeIn(startsAt, endsAt, reader.timeZone, true),
    /** Undefined when clocks there show the same. */
    there: (startsAt: string, endsAt: string, timeZone: string) =>
      differs(startsAt, timeZone) ? t`${rangeIn(startsAt, endsAt, timeZone)} at the place` : undefined,
  };
}

function clockIn(locale: string, instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );
}

/** Whole and half hours between two instants. */
export function hoursBetween(startsAt: string | number, endsAt: string | number): number {
  return Math.round((new Date(endsAt).getTime() - new Date(startsAt).getTime()) / 36_000) / 100;
}
