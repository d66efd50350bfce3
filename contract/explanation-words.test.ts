import { expect, test } from 'vitest';
import { wishReasons } from './allocation.ts';
import { explanationSentence, explanationStatus, ordinal } from './explanation-words.ts';
import { rankedBy } from './rounds.ts';

const numbers = { position: 14, applicants: 30, places: 12, lastPosition: 12 };

test('every reason has a sentence and a status in both languages, however offers rank', () => {
  for (const reason of wishReasons)
    for (const by of rankedBy)
      for (const language of ['en', 'zh-CN']) {
        const sentence = explanationSentence({ reason, numbers }, by, language);
        expect(sentence).not.toMatch(/undefined|NaN|\{/);
        expect(sentence.at(-1)).toBe(language === 'en' ? '.' : '。');
        expect(explanationStatus(reason, language).length).toBeGreaterThan(1);
      }
});

test('a learner reads the position, the places and the cut-off', () => {
  expect(explanationSentence({ reason: 'outranked', numbers }, 'provider_ranking', 'en')).toBe(
    'The provider ranked you 14th of 30. There were 12 places, and the last one placed was 12th.',
  );
  expect(explanationSentence({ reason: 'outranked', numbers }, 'provider_ranking', 'zh-CN')).toBe(
    '提供方将您排在第 14 位，共 30 人。共有 12 个名额，最后一位获得名额者排第 12 位。',
  );
});

test('one place is a place, and a score stands beside the score of the last one placed', () => {
  const score = { position: 2, applicants: 2, places: 1, lastPosition: 1, score: 7.5, lastScore: 9 };
  expect(explanationSentence({ reason: 'outranked', numbers: score }, 'score', 'en')).toBe(
    'Your score of 7.5 put you 2nd of 2. There was 1 place, and the last one placed was 1st, with a score of 9.',
  );
});

test('the lottery is named when it decided between equals', () => {
  expect(explanationSentence({ reason: 'lost_lottery', numbers }, 'provider_ranking', 'en')).toContain('stood equal');
  expect(explanationSentence({ reason: 'lost_lottery', numbers }, 'lottery', 'en')).not.toContain('stood equal');
});

test('ordinals follow English', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 113].map(ordinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '102nd',
    '113th',
  ]);
});
