/** A language in which the pages can be read; the first is the source of the texts. */
export const languages = [
  { tag: 'en', name: 'English', locale: 'en-GB' },
  { tag: 'zh-CN', name: '简体中文', locale: 'zh-CN' },
] as const;

export type Language = (typeof languages)[number]['tag'];

/** The best language for what was asked: an exact tag, then one of the same base (`zh-TW` reads `zh-CN`), else English. */
export function matchLanguage(wanted: readonly (string | null | undefined)[]): Language {
  for (const tag of wanted) {
    if (!tag) continue;
    const base = tag.toLowerCase().split('-')[0];
    const match =
      languages.find((one) => one.tag.toLowerCase() === tag.toLowerCase()) ??
      languages.find((one) => one.tag.split('-')[0] === base);
    if (match) return match.tag;
  }
  return 'en';
}

/** The locale for `Intl`: British English unless the browser asks for another English. */
export function localeOf(language: Language, browser: readonly string[] = []): string {
  if (language !== 'en') return languages.find((one) => one.tag === language)!.locale;
  return browser.find((tag) => /^en-[A-Z]{2}$/.test(tag) && tag !== 'en-US') ?? 'en-GB';
}
