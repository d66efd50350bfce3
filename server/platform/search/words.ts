const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const wordsAtMost = 4_000;

/**
 * The words of texts, for a column `search_text` or a query: lower case, without accents, Chinese and Thai cut into words,
 * so that PostgreSQL's `simple` configuration finds them in any language.
 */
export function searchWords(...texts: (string | null | undefined)[]): string {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(fold(texts.filter(Boolean).join('\n').slice(0, 100_000)))) {
    if (isWordLike) words.push(segment);
    if (words.length === wordsAtMost) break;
  }
  return words.join(' ');
}

/** The query for `to_tsquery('simple', …)`: all words, the last one also as the beginning of a word; undefined without words. */
export function searchQuery(words: string | undefined): string | undefined {
  const parts = searchWords(words?.slice(0, 200)).split(' ').filter(Boolean).slice(0, 12).map(quote);
  return parts.length === 0 ? undefined : `${parts.join(' & ')}:*`;
}

/** A word may hold an apostrophe or a sign that the query language knows. */
function quote(word: string): string {
  return `'${word.replaceAll('\\', '').replaceAll("'", "''")}'`;
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ]/gu, '')
    .toLowerCase();
}
