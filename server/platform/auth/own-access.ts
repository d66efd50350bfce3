import type { AccountView } from '@collegium/contract/account.ts';
import { change } from '../audit/change.ts';
import { Problem } from '../problem/problem.ts';
import type { MemberScope } from '../scope.ts';
import { findOwnAccess } from './own-access-queries.ts';

/** Who and what may act as oneself: the browsers that are signed in, and the programs of this network. */
export async function getOwnAccess(scope: MemberScope, signInToken: string | undefined): Promise<AccountView> {
  const { email, has_password, browsers, tokens } = await findOwnAccess(scope, signInToken);
  return {
    email,
    hasPassword: has_password,
    browsers: browsers.map((row) => ({
      id: row.id,
      userAgent: row.user_agent,
      signedInAt: instant(row.created_at),
      expiresAt: instant(row.expires_at),
      isThisOne: row.is_this_one,
    })),
    tokens: tokens.map((row) => ({
      id: row.id,
      name: row.name,
      scopes: row.scopes,
      actsFor: row.acts_for,
      createdAt: instant(row.created_at),
      expiresAt: row.expires_at && instant(row.expires_at),
      lastUsedAt: row.last_used_at && instant(row.last_used_at),
    })),
  };
}

/** Signs a browser of one's own out. Throws account.browser_not_found. */
export async function signOutBrowser(scope: MemberScope, browserId: string): Promise<void> {
  const { accountId } = scope.actor;
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .deleteFrom('platform.sign_in')
          .where('id', '=', browserId)
          .where('user_id', '=', accountId)
          .returning('platform.sign_in.id'),
      ),
    { action: 'account.browser_signed_out', objectType: 'account', objectId: accountId },
  );
  if (rows.length === 0) throw new Problem('account.browser_not_found');
}

/** Makes a token of one's own worthless; the row stays, for the record. Throws account.token_not_found. */
export async function revokeOwnToken(scope: MemberScope, tokenId: string): Promise<void> {
  const { accountId } = scope.actor;
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('platform.machine_token')
          .set({ revoked_at: scope.clock.now() })
          .where('id', '=', tokenId)
          .where('account_id', '=', accountId)
          .where('network_slug', '=', scope.network.slug)
          .where('revoked_at', 'is', null)
          .returning('platform.machine_token.id'),
      ),
    { action: 'account.token_revoked', objectType: 'account', objectId: accountId, details: { tokenId } },
  );
  if (rows.length === 0) throw new Problem('account.token_not_found');
}

/** Instants inside a jsonb object arrive as text of PostgreSQL. */
function instant(at: Date | string): string {
  return new Date(at).toISOString();
}
