import { expect, test } from 'vitest';
import { splitBlocks } from './split-blocks.ts';

test('empty lines part paragraphs, and a single line break stays inside one', () => {
  expect(splitBlocks('One\ntwo\n\n\nThree\n')).toEqual([{ paragraph: 'One\ntwo' }, { paragraph: 'Three' }]);
});

test('lines that begin with a dash are a list, also after a sentence', () => {
  expect(splitBlocks('You will:\n- clean data\n- explain results\nand learn.')).toEqual([
    { paragraph: 'You will:' },
    { items: ['clean data', 'explain results'] },
    { paragraph: 'and learn.' },
  ]);
});

test('a dash inside a sentence or before a figure is no list', () => {
  expect(splitBlocks('Wind - and water\n-5 degrees')).toEqual([{ paragraph: 'Wind - and water\n-5 degrees' }]);
});
