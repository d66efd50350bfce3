import { expect, test } from 'vitest';
import { isEmail } from './is-email.ts';

test.each(['marit@example.org', 'a.b+c@sub.example.org', "o'neill@example.ie", '林@例子.中国'])(
  '%s can be an address',
  (text) => {
    expect(isEmail(text)).toBe(true);
  },
);

test('spaces around it are forgiven', () => {
  expect(isEmail('  marit@example.org ')).toBe(true);
});

test.each([
  '',
  'marit',
  'marit@',
  '@example.org',
  'marit@example',
  'marit@example.o',
  'a b@example.org',
  'a@b@example.org',
  'a@example.org.',
])('“%s” cannot', (text) => {
  expect(isEmail(text)).toBe(false);
});
