import type { MadeToken, NewToken } from '@collegium/contract/account.ts';
import { change } from '../audit/change.ts';
import { newId } from '../ids.ts';
import { Problem } from '../problem/problem.ts';
import type { MemberScope } from '../scope.ts';
import { hashToken, newTokenSecret, scopesOf } from './machine-tokens.ts';
import { findActingFor, mostTokens, ownTokenPossible } from './own-access-queries.ts';

/**
 * Makes a token with which a program acts as oneself, on behalf of the organisation that one acts for now; tells it this
 * once. `signInToken` is that of the browser's cookie: a program cannot prolong its own access by a further token.
 * Throws account.browser_needed, account.too_many_tokens.
 */
export async function makeOwnToken(
  scope: MemberScope,
  input: NewToken,
  signInToken: string | undefined,
): Promise<MadeToken> {
  const { clock, network, actor } = scope;
  const now = clock.now();
  const token = newTokenSecret(network.slug);
  const scopes = scopesOf(input.scope);
  const expiresAt = input.days === null ? null : new Date(now.getTime() + input.days * 86_400_000);
  const row = {
    id: newId(),
    network_slug: network.slug,
    account_id: actor.accountId,
    membership_id: actor.membershipId,
    name: input.name.trim(),
    token_sha256: hashToken(token),
    scopes,
    created_at: now,
    expires_at: expiresAt,
  };
  const rows = await change(scope, (db) => db.with('changed', (qc) => ownTokenPossible(qc, row, signInToken)), {
    action: 'account.token_created',
    objectType: 'account',
    objectId: actor.accountId,
    details: { tokenId: row.id, scope: input.scope, expiresAt: expiresAt?.toISOString() ?? null },
  });
  const { acts_for, is_in_browser } = await findActingFor(scope, signInToken);
  if (rows.length === 0)
    throw is_in_browser
      ? new Problem('account.too_many_tokens', { limit: mostTokens })
      : new Problem('account.browser_needed');
  return {
    id: row.id,
    token,
    name: row.name,
    scopes,
    actsFor: acts_for,
    createdAt: now.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: null,
  };
}
