/** The text in the wanted language, else in a sibling of it (zh for zh-CN), else English, else any; '' when there is none. */
export function pickText(text: Readonly<Record<string, string>>, language: string): string {
  const base = language.split('-')[0];
  const sibling = Object.keys(text).find((tag) => tag.split('-')[0] === base);
  return text[language] ?? (sibling && text[sibling]) ?? text['en'] ?? Object.values(text)[0] ?? '';
}
