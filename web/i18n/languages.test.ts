import { describe, expect, test } from 'vitest';
import { localeOf, matchLanguage } from './languages.ts';

describe('matchLanguage', () => {
  test('the session’s language wins over the stored one and the browser’s', () => {
    expect(matchLanguage(['zh-CN', 'en', 'en-GB'])).toBe('zh-CN');
    expect(matchLanguage([undefined, 'en', 'zh-CN'])).toBe('en');
  });

  test('a language of the same family is better than English', () => {
    expect(matchLanguage(['zh-TW'])).toBe('zh-CN');
    expect(matchLanguage(['fr-FR', 'zh'])).toBe('zh-CN');
    expect(matchLanguage(['en-NZ'])).toBe('en');
  });

  test('case does not matter', () => {
    expect(matchLanguage(['ZH-cn'])).toBe('zh-CN');
  });

  test('nobody is left without a language', () => {
    expect(matchLanguage([])).toBe('en');
    expect(matchLanguage([null, '', 'fr', 'ar-EG'])).toBe('en');
  });
});

describe('localeOf', () => {
  test('English dates are written day first, also for a browser set to American English', () => {
    expect(localeOf('en', ['en-US', 'en'])).toBe('en-GB');
  });

  test('another English keeps its habits', () => {
    expect(localeOf('en', ['en-NZ'])).toBe('en-NZ');
  });

  test('Chinese is Chinese whatever the browser says', () => {
    expect(localeOf('zh-CN', ['en-NZ'])).toBe('zh-CN');
  });
});
