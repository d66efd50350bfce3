const english = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** A small number as prose says it: “six”. Above twelve, and in languages that write figures in prose, the figure itself. */
export function numberWord(count: number, locale: string): string {
  const word = locale.startsWith('en') ? english[count] : undefined;
  return word ?? new Intl.NumberFormat(locale).format(count);
}

/** The same at the beginning of a sentence: “Six”. */
export function numberWordFirst(count: number, locale: string): string {
  const word = numberWord(count, locale);
  return word.charAt(0).toUpperCase() + word.slice(1);
}
