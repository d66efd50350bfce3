/** Up to two letters of a name, for a person's mark: first and last word; a name in Chinese gives its last two characters. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ?? '';
  if (/^\p{Script=Han}+$/u.test(first) && words.length === 1) return Array.from(first).slice(-2).join('');
  const last = words.length > 1 ? words[words.length - 1]! : '';
  return [first, last]
    .map((word) => Array.from(word).find((sign) => /\p{L}|\p{N}/u.test(sign)) ?? '')
    .join('')
    .toLocaleUpperCase();
}
