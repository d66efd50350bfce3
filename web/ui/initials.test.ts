import { describe, expect, test } from 'vitest';
import { initials } from './initials.ts';

describe('initials', () => {
  test('first and last word', () => {
    expect(initials('Marit de Vries')).toBe('MV');
    expect(initials('Amina Yusuf')).toBe('AY');
  });

  test('one word gives one letter', () => {
    expect(initials('Sukarno')).toBe('S');
  });

  test('a Chinese name gives its given name', () => {
    expect(initials('林晓梅')).toBe('晓梅');
    expect(initials('李明')).toBe('李明');
  });

  test('signs before a letter are passed over', () => {
    expect(initials("'Oumar O'Neill")).toBe('OO');
    expect(initials('  (Ada)   ')).toBe('A');
  });

  test('letters outside the basic plane stay whole', () => {
    expect(initials('𠮷野 家')).toBe('𠮷家');
  });

  test('an empty name gives nothing rather than an error', () => {
    expect(initials('')).toBe('');
    expect(initials(' – ')).toBe('');
  });
});
