import { useMemo } from 'react';
import { useFormat } from '../i18n/useFormat.ts';

/** Writes an ISO 3166 code as the country's name in the reader's language. */
export function useCountryName(): (code: string) => string {
  const { language } = useFormat();
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    return (code: string) => names.of(code) ?? code;
  }, [language]);
}
