import type { FastifyReply } from 'fastify';
import type { ErrorCode } from '@collegium/contract/errors.ts';
import { passwordLength } from '@collegium/contract/password-length.ts';
import { Problem } from '../problem/problem.ts';

/** What the library's codes mean in our closed list; everything else that it refuses is `request.invalid`. */
const codes: Record<string, ErrorCode> = {
  INVALID_EMAIL_OR_PASSWORD: 'auth.wrong_password',
  INVALID_EMAIL: 'auth.wrong_password',
  PASSWORD_TOO_SHORT: 'auth.password_too_short',
  PASSWORD_TOO_LONG: 'auth.password_too_long',
  INVALID_TOKEN: 'auth.link_spent',
  USER_NOT_FOUND: 'auth.link_spent',
  UNAUTHORIZED: 'request.sign_in_needed',
  INVALID_ORIGIN: 'request.cross_site',
  MISSING_OR_NULL_ORIGIN: 'request.cross_site',
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: 'request.cross_site',
  PROVIDER_NOT_FOUND: 'auth.provider_unavailable',
};

/**
 * Passes on cookies and redirects of the library's answer, and returns the address that a page shall go to, if it names
 * one. Nothing else of its answer is passed on. Throws what it refused as a problem of ours.
 */
export async function passOn(response: Response, reply: FastifyReply): Promise<string | undefined> {
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  const location = response.headers.get('location');
  if (location !== null && response.status >= 300 && response.status < 400) {
    await reply.redirect(location, 303);
    return undefined;
  }
  const body = await response.text();
  if (response.ok) return textIn(body, 'url');
  const code = textIn(body, 'code') ?? '';
  if (response.status >= 500) throw new Error(`The authentication library failed: ${response.status} ${code}`);
  throw new Problem(codes[code] ?? 'request.invalid', { ...passwordLength, fields: 'body' });
}

function textIn(body: string, key: 'code' | 'url'): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    const value: unknown = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, key) : undefined;
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
