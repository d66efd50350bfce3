import { createHmac, timingSafeEqual } from 'node:crypto';

const cookieName = 'collegium.session_token';
const secureCookieName = `__Secure-${cookieName}`;

/** How long a browser stays signed in. */
export const signInSeconds = 30 * 24 * 60 * 60;

/**
 * The token of `platform.sign_in` from a request's Cookie header; undefined when there is none or when it was not signed
 * with our secret. Whether the sign-in still stands is for the database to say.
 */
export function readSignInToken(cookieHeader: string | undefined, secret: string): string | undefined {
  if (cookieHeader === undefined) return undefined;
  const value = readCookie(cookieHeader, secureCookieName) ?? readCookie(cookieHeader, cookieName);
  const signed = value === undefined ? undefined : decode(value);
  const dot = signed?.lastIndexOf('.') ?? -1;
  if (signed === undefined || dot < 1) return undefined;
  const token = signed.slice(0, dot);
  return isEqual(signed.slice(dot + 1), signatureOf(token, secret)) ? token : undefined;
}

/** The cookie that a sign-in is kept in. */
export function cookieNameOf(isSecure: boolean): string {
  return isSecure ? secureCookieName : cookieName;
}

/** The Set-Cookie header that signs a browser in, the same as the authentication library makes. */
export function signInCookie(token: string, { secret, isSecure }: { secret: string; isSecure: boolean }): string {
  const name = cookieNameOf(isSecure);
  const value = encodeURIComponent(`${token}.${signatureOf(token, secret)}`);
  return `${name}=${value}; Max-Age=${signInSeconds}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

function readCookie(header: string, name: string): string | undefined {
  const pair = header.split(';').find((part) => part.trimStart().startsWith(`${name}=`));
  return pair?.trim().slice(name.length + 1);
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

function signatureOf(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('base64');
}

function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
