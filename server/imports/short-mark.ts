/** Up to four letters for an organisation's square mark: the initials of its weightier words, else its first letters. */
export function shortMarkOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const weighty = words.filter((word) => word.length > 3 || /^\p{Lu}{2,}$/u.test(word));
  const initials = (weighty.length > 1 ? weighty : words).map((word) => Array.from(word)[0] ?? '');
  const letters = initials.length > 1 ? initials.slice(0, 4) : Array.from(words[0] ?? name).slice(0, 2);
  return letters.join('').toUpperCase().slice(0, 4) || '?';
}
