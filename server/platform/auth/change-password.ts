import type { NewPassword } from '@collegium/contract/account.ts';
import { sql } from 'kysely';
import { change } from '../audit/change.ts';
import { Problem } from '../problem/problem.ts';
import type { MemberScope } from '../scope.ts';
import { hashPassword, isPasswordOf } from './accounts.ts';
import { attemptOf, refuseExceeded } from './attempts.ts';
import { mailToAccount } from './mails.ts';
import { isSignedIn } from './own-access-queries.ts';

/** Guesses at the current password: a browser left open must not be enough to find it out. */
const attempts = { windowSeconds: 900, most: 10 };

/**
 * Replaces one's own password, signs all other browsers out and tells the owner by mail. `signInToken` is that of the
 * browser's cookie. Throws `account.browser_needed`, `account.no_password`, `auth.wrong_current_password`,
 * `auth.password_too_short` / `_long`, `request.too_many`.
 */
export async function changePassword(
  given: MemberScope,
  { currentPassword, newPassword }: NewPassword,
  signInToken: string | undefined,
): Promise<void> {
  const scope = withoutKey(given);
  const { clock, actor } = scope;
  const now = clock.now();
  const newHash = await hashPassword(newPassword);
  const { is_in_browser, password } = await countAndFindPassword(scope, signInToken);
  if (!is_in_browser) throw new Problem('account.browser_needed');
  if (password === null) throw new Problem('account.no_password');
  if (!(await isPasswordOf(password, currentPassword))) throw new Problem('auth.wrong_current_password');
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .updateTable('platform.credential')
            .set({ password: newHash, updated_at: now })
            .where('user_id', '=', actor.accountId)
            .where('provider_id', '=', 'credential')
            .where('password', '=', password)
            .returning('platform.credential.user_id as id'),
        )
        .with('signed_out', (qc) =>
          qc
            .deleteFrom('platform.sign_in')
            .where('user_id', '=', actor.accountId)
            .where('token', '<>', signInToken ?? '')
            .where((eb) => eb.exists(eb.selectFrom('changed').select('changed.id'))),
        )
        .with('told', (qc) =>
          mailToAccount(qc, {
            kind: 'password_changed',
            to: sql<boolean>`account.id = (select changed.id from changed)`,
            url: `${scope.config.url}/${scope.network.slug}/account`,
            now,
          }),
        ),
    { action: 'account.password_changed', objectType: 'account', objectId: actor.accountId },
  );
  // Somebody with the same account was faster; what was typed as the current password is so no more.
  if (rows.length === 0) throw new Problem('auth.wrong_current_password');
}

/** No key of the request is kept: beside it would stand a hash of both passwords that is quick to guess at. */
function withoutKey(scope: MemberScope): MemberScope {
  const kept = { ...scope };
  delete kept.idempotency;
  return kept;
}

/** The hash of the password now, null without one; counts that it was asked for, in the same statement. */
async function countAndFindPassword(scope: MemberScope, signInToken: string | undefined) {
  const { db, clock, actor } = scope;
  const now = clock.now();
  const limits = [{ key: `password of ${actor.accountId}`, most: attempts.most }];
  const { windowSeconds } = attempts;
  const row = await db
    .with('attempt', (qc) => attemptOf(qc, { windowSeconds, limits, now }))
    .selectFrom('attempt')
    .leftJoin('platform.credential', (join) =>
      join
        .on('platform.credential.user_id', '=', actor.accountId)
        .on('platform.credential.provider_id', '=', 'credential'),
    )
    .select(['attempt.key', 'attempt.count', 'attempt.last_request', 'platform.credential.password'])
    .select(isSignedIn(actor.accountId, signInToken, now).as('is_in_browser'))
    .executeTakeFirstOrThrow();
  refuseExceeded([row], { windowSeconds, limits, now });
  return row;
}
