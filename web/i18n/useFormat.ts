import type { LocalisedText } from '@collegium/contract/localised-text';
import { pickText } from '@collegium/contract/pick-text';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { useSessionOrNull } from '../api/session.ts';
import * as format from './format.ts';
import { localeOf, matchLanguage } from './languages.ts';

/** Everything that writes a value for the reader of the page: `const { date, money, text } = useFormat()`. */
export function useFormat() {
  const { i18n } = useLingui();
  const session = useSessionOrNull();
  const language = matchLanguage([i18n.locale]);
  const timeZone = session?.person.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return useMemo(() => {
    const reader: format.Reader = { locale: localeOf(language, navigator.languages), timeZone };
    return {
      reader,
      language,
      text: (value: LocalisedText) => pickText(value, language),
      date: (value: format.Instant, options?: Intl.DateTimeFormatOptions) => format.formatDate(reader, value, options),
      day: (value: format.Instant) => format.formatDay(reader, value),
      dateTime: (value: format.Instant, zone?: string) => format.formatDateTime(reader, value, zone),
      time: (value: format.Instant) => format.formatTime(reader, value),
      dateRange: (from: format.Instant, to: format.Instant) => format.formatDateRange(reader, from, to),
      relative: (value: format.Instant, now = new Date()) => format.formatRelative(reader, value, now),
      number: (value: number, options?: Intl.NumberFormatOptions) => format.formatNumber(reader, value, options),
      share: (value: number) => format.formatShare(reader, value),
      money: (amountMinor: number, currency: string) => format.formatMoney(reader, amountMinor, currency),
      list: (items: readonly string[], type?: 'conjunction' | 'disjunction') => format.formatList(reader, items, type),
    };
  }, [language, timeZone]);
}
