import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { lengthOf } from './clock.ts';

/** A length of time in words: “3 hours”. */
export function useLength(): (minutes: number) => string {
  const { i18n } = useLingui();
  const { reader } = useFormat();
  return (minutes) => {
    const { value, unit } = lengthOf(minutes);
    const locale = i18n.locale === 'en' ? reader.locale : i18n.locale;
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  };
}
