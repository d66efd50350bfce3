import { freshSeconds } from '@collegium/contract/agreements/signing.ts';
import { expressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';
import type { Tables } from '../../platform/database/tables.ts';

/** A sign-in from further ahead means that the clock was set back. */
const aheadMs = 60_000;

/**
 * Whether the browser with this token signed in as this account within five minutes. A sign-in from the future counts for
 * nothing, and no machine has a token.
 */
export function isFreshSignIn(
  accountId: string,
  token: string | undefined,
  now: Date,
): ExpressionWrapper<Tables, keyof Tables, SqlBool> {
  const eb = expressionBuilder<Tables>();
  return eb.exists(
    eb
      .selectFrom('platform.sign_in')
      .select('platform.sign_in.id')
      .where('platform.sign_in.token', '=', token ?? '')
      .where('platform.sign_in.user_id', '=', accountId)
      .where('platform.sign_in.created_at', '>', new Date(now.getTime() - freshSeconds * 1_000))
      .where('platform.sign_in.created_at', '<=', new Date(now.getTime() + aheadMs)),
  );
}
