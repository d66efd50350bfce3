import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redline, type ReadClause } from './index.ts';
import { tokensOf } from './tokens.ts';
import { compareWords, type Piece } from './words.ts';

const without = (pieces: readonly Piece[], kind: Piece['kind']) =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('');
const clause = (key: string, ...paragraphs: string[]): ReadClause => ({ key, title: key, paragraphs });
const words = (word: string) => Array.from({ length: 1_500 }, (_, index) => `${word}${index}`).join(' ');
const long = (word: string) => Array.from({ length: 40 }, (_, index) => clause(`c${index}`, words(`${word}${index}x`)));
const marked = (pieces: readonly Piece[]) =>
  pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'inserted' ? `+${text}+` : `-${text}-`)).join('');

const tokenTexts = (text: string) => {
  const { count, ends } = tokensOf(text);
  return Array.from({ length: count }, (_, index) => text.slice(ends[index], ends[index + 1]));
};

/** The textbook table, as the reference. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const row = Array.from({ length: b.length + 1 }, () => 0);
  for (const token of a) {
    let diagonal = 0;
    for (const [index, other] of b.entries()) {
      const above = row[index + 1] ?? 0;
      row[index + 1] = token === other ? diagonal + 1 : Math.max(above, row[index] ?? 0);
      diagonal = above;
    }
  }
  return row.at(-1) ?? 0;
}

test('words are compared as words, numbers as numbers', () => {
  expect(marked(compareWords('at least 140 seats a year', 'at least 160 seats a year'))).toBe(
    'at least -140-+160+ seats a year',
  );
  expect(marked(compareWords('by 1,400 hours.', 'by 1,500 hours.'))).toBe('by -1,400-+1,500+ hours.');
  expect(marked(compareWords('One.', 'One. Two.'))).toBe('One.+ Two.+');
});

test('neighbouring changes read as one', () => {
  expect(marked(compareWords('We offer few old seats here', 'We offer many new seats here'))).toBe(
    'We offer -few old-+many new+ seats here',
  );
});

test('Chinese is compared character by character', () => {
  expect(marked(compareWords('每年提供十个名额。', '每年提供二十个名额。'))).toBe('每年提供+二+十个名额。');
  expect(marked(compareWords('甲方承担费用', '乙方承担费用'))).toBe('-甲-+乙+方承担费用');
});

test('nothing is lost: without the deleted pieces it is the later text, without the inserted ones the earlier', () => {
  const text = fc
    .array(fc.constantFrom('we', 'offer', ' ', '名', '额', '. ', '140', 'ö', '\n'), { maxLength: 60 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = compareWords(before, after);
      expect(without(pieces, 'deleted')).toBe(after);
      expect(without(pieces, 'inserted')).toBe(before);
      expect(pieces.every((piece) => piece.text !== '')).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('as little as possible is deleted and inserted', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '名', '额'), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = compareWords(before.join('。'), after.join('。'));
      const kept = tokensOf(
        without(
          pieces.filter(({ kind }) => kind === 'same'),
          'deleted',
        ),
      ).count;
      expect(kept).toBe(longestCommon(tokenTexts(before.join('。')), tokenTexts(after.join('。'))));
    }),
    { numRuns: 500 },
  );
});

test('dividing by hand and by pattern give the same tokens', () => {
  const plain = "aé9 \n名额。，“”’'.,-(;：".split('');
  // One sign that is not divided by hand makes the whole text be divided by the pattern.
  const rare = '\u{1F393}';
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...plain), { maxLength: 40 }), (signs) => {
      const text = signs.join('');
      expect(tokenTexts(`${text} ${rare}`).slice(0, -1)).toEqual(tokenTexts(`${text} `));
    }),
    { numRuns: 1_000 },
  );
  expect(tokenTexts('1,400 Gebühren für die party’s 名额（140名）。')).toEqual([
    '1,400',
    ' ',
    'Gebühren',
    ' ',
    'für',
    ' ',
    'die',
    ' ',
    'party’s',
    ' ',
    '名',
    '额',
    '（',
    '140',
    '名',
    '）',
    '。',
  ]);
});

test('words with one hash are told apart', () => {
  // 'Aa' and 'BB' have the same hash, as everybody who ever hashed by 31 knows.
  expect(marked(compareWords('AaAa seats', 'BBBB seats'))).toBe('-AaAa-+BBBB+ seats');
});

test('a redline of rewritten clauses gives up in good time and still loses nothing', () => {
  const { clauses } = redline(long('a'), long('b'));
  expect(clauses.map(({ paragraphs }) => without(paragraphs.flat(), 'deleted'))).toEqual(
    long('b').map(({ paragraphs }) => paragraphs.join('')),
  );
});

test('texts without anything in common are shown whole, old before new', () => {
  const kinds = compareWords(words('a'), words('b')).map(({ kind }) => kind);
  expect(kinds).toEqual(['deleted', 'inserted']);
});

test('clauses are compared by key: changed, added, removed and moved', () => {
  const before = [clause('a', 'One.'), clause('b', 'Two.'), clause('c', 'Three.'), clause('d', 'Four.')];
  const after = [clause('c', 'Three.'), clause('a', 'One!'), clause('d', 'Four.'), clause('e', 'Five.')];
  const { clauses, changed } = redline(before, after);
  expect(clauses.map(({ key, change, number }) => [key, change, number])).toEqual([
    ['c', 'moved', 1],
    ['a', 'changed', 2],
    ['b', 'removed', null],
    ['d', 'same', 3],
    ['e', 'added', 4],
  ]);
  expect(changed).toBe(4);
});

test('a paragraph that was inserted does not make the ones after it differ', () => {
  const [only] = redline([clause('a', 'One.', 'Two.')], [clause('a', 'One.', 'New.', 'Two.')]).clauses;
  expect(only?.paragraphs.map(marked)).toEqual(['One.', '+New.+', 'Two.']);
});

test('every clause of either version is there once, and unchanged versions differ in nothing', () => {
  const clauses = fc.uniqueArray(
    fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      title: fc.constantFrom('x', 'y'),
      paragraphs: fc.array(fc.constantFrom('One.', 'Two.', 'Three four.'), { maxLength: 4 }),
    }),
    { selector: ({ key }) => key },
  );
  fc.assert(
    fc.property(clauses, clauses, (before, after) => {
      const result = redline(before, after);
      const keys = result.clauses.map(({ key }) => key);
      expect(keys.toSorted()).toEqual([...new Set([...before, ...after].map(({ key }) => key))].toSorted());
      for (const { key, paragraphs } of after) {
        const found = result.clauses.find((one) => one.key === key);
        const texts = found?.paragraphs.map((pieces) => without(pieces, 'deleted')).filter((text) => text !== '');
        expect(texts).toEqual([...paragraphs]);
      }
      expect(redline(after, after)).toMatchObject({ changed: 0, insertions: 0, deletions: 0 });
    }),
  );
});
