import { expect, test } from 'vitest';
import { readSignInToken, signInCookie } from './sign-in-token.ts';

const secret = 'a secret for tests only, long enough';
const cookieOf = (setCookie: string) => setCookie.split(';')[0]!;
const cookie = cookieOf(signInCookie('token-1', { secret, isSecure: false }));

test('what was signed is read back', () => {
  expect(readSignInToken(cookie, secret)).toBe('token-1');
});

test('the cookie is found among others', () => {
  expect(readSignInToken(`theme=dark; ${cookie}; other=1`, secret)).toBe('token-1');
  expect(readSignInToken(`x${cookie}`, secret)).toBeUndefined();
});

test('over HTTPS the cookie is for HTTPS only, and is read before any other', () => {
  const secure = signInCookie('token-2', { secret, isSecure: true });
  expect(secure).toMatch(/^__Secure-.*; Secure$/);
  expect(readSignInToken(`${cookie}; ${cookieOf(secure)}`, secret)).toBe('token-2');
});

test('a cookie signed with another secret is nothing', () => {
  expect(readSignInToken(cookie, 'another secret that is long enough')).toBeUndefined();
});

test('a changed token is nothing', () => {
  expect(readSignInToken(cookie.replace('token-1', 'token-2'), secret)).toBeUndefined();
});

test.each([
  '',
  'collegium.session_token=',
  'collegium.session_token=x',
  'collegium.session_token=.',
  'collegium.session_token=%E0%A4%A',
])('the cookie header %j is nothing', (header) => {
  expect(readSignInToken(header, secret)).toBeUndefined();
});

test('no cookie header is nothing', () => {
  expect(readSignInToken(undefined, secret)).toBeUndefined();
});
