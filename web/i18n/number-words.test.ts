import { expect, test } from 'vitest';
import { numberWord, numberWordFirst } from './number-words.ts';

test('small numbers are words in English and figures in Chinese', () => {
  expect([numberWord(2, 'en-GB'), numberWordFirst(12, 'en'), numberWord(13, 'en-GB')]).toEqual(['two', 'Twelve', '13']);
  expect([numberWord(2, 'zh-CN'), numberWordFirst(1_200, 'zh-CN')]).toEqual(['2', '1,200']);
});
