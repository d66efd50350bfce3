import { fieldName } from '@collegium/contract/fields-of-education';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useFormat } from '../i18n/useFormat.ts';
import { useCountryName } from '../ui/useCountryName.ts';

/** Names of languages, countries, fields of education and terms, in the reader's language. */
export function useWords() {
  const { t } = useLingui();
  const { language, reader } = useFormat();
  const countryName = useCountryName();
  return useMemo(() => {
    const languages = new Intl.DisplayNames([reader.locale], { type: 'language' });

    const seasons: Record<string, (year: string) => string> = {
      spring: (year) => t`Spring ${year}`,
      summer: (year) => t`Summer ${year}`,
      autumn: (year) => t`Autumn ${year}`,
      winter: (year) => t`Winter ${year}`,
    };
    return {
      languageName: (tag: string) => capital(known(() => languages.of(baseOf(tag)), tag)),
      countryName,
      fieldName: (code: string) => fieldName(code, language),
      termName: (term: string) => {
        const [year = '', season] = term.split('-');
        return (season && seasons[season]?.(year)) || year;
      },
    };
  }, [language, reader, t, countryName]);
}

/** A language in its own words, for those who look for theirs: “Português”. */
export function ownLanguageName(tag: string): string {
  return capital(known(() => new Intl.DisplayNames([tag], { type: 'language' }).of(baseOf(tag)), tag));
}

/** Partners teach in Chinese or English; which region's matters to nobody who looks for a course. */
function baseOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}

/** `Intl` throws for what is no tag at all. */
function known(name: () => string | undefined, otherwise: string): string {
  try {
    return name() ?? otherwise;
  } catch {
    return otherwise;
  }
}

function capital(name: string): string {
  return name.slice(0, 1).toLocaleUpperCase() + name.slice(1);
}
