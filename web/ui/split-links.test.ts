import { describe, expect, test } from 'vitest';
import { splitLinks } from './split-links.ts';

describe('splitLinks', () => {
  test('an address inside a sentence becomes a link, its full stop does not', () => {
    expect(splitLinks('See https://example.org/a?b=1. Then write.')).toEqual([
      { text: 'See ' },
      { text: 'https://example.org/a?b=1', href: 'https://example.org/a?b=1' },
      { text: '. Then write.' },
    ]);
  });

  test('brackets around an address stay outside, brackets in it stay inside', () => {
    expect(splitLinks('(https://example.org/a)')[1]).toEqual({
      text: 'https://example.org/a',
      href: 'https://example.org/a',
    });
    expect(splitLinks('https://example.org/a_(b)')[0]?.href).toBe('https://example.org/a_(b)');
  });

  test('Chinese punctuation ends an address', () => {
    expect(splitLinks('详见 https://example.org/说明。')[1]?.href).toBe('https://example.org/说明');
  });

  test('nothing but http and https is ever a link', () => {
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,hi',
      'www.example.org',
      'ftp://example.org',
      'https://',
    ]) {
      expect(splitLinks(text).some(({ href }) => href !== undefined)).toBe(false);
    }
  });

  test('no character is lost', () => {
    for (const text of ['', 'plain', 'a https://x.org, b http://y.org/;c', 'https://x.org']) {
      expect(
        splitLinks(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }
  });
});
