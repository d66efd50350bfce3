import { randomBytes } from 'node:crypto';
import { newId } from '../ids.ts';
import { Problem } from '../problem/problem.ts';
import type { Scope, Services } from '../scope.ts';
import { signInCookie, signInSeconds } from './sign-in-token.ts';

/** Signs in as anybody of the sample network; returns the Set-Cookie header. Throws `auth.sample_only` elsewhere. */
export async function signInToSample(
  scope: Pick<Scope, 'db' | 'clock' | 'config' | 'network'>,
  accountId: string,
  userAgent?: string,
): Promise<string> {
  if (!scope.network.isSample) throw new Problem('auth.sample_only');
  return unsafeSignIn(scope, accountId, userAgent);
}

/** Signs in without asking for anything: for the sample network and for tests. Returns the Set-Cookie header. */
export async function unsafeSignIn(
  { db, clock, config }: Pick<Services, 'db' | 'clock' | 'config'>,
  accountId: string,
  userAgent?: string,
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const at = clock.now();
  const expires_at = new Date(at.getTime() + signInSeconds * 1_000);
  await db
    .insertInto('platform.sign_in')
    .values({
      id: newId(),
      user_id: accountId,
      token,
      expires_at,
      user_agent: userAgent ?? null,
      created_at: at,
      updated_at: at,
    })
    .execute();
  return signInCookie(token, { secret: config.secret, isSecure: config.url.startsWith('https://') });
}
