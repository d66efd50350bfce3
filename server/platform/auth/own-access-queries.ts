import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { MemberScope } from '../scope.ts';

/** How many browsers, and how many tokens, are listed. */
const atMost = 100;

/** The account with its signed-in browsers and its tokens for this network, in one round trip. */
export function findOwnAccess({ db, actor, clock, network }: MemberScope, signInToken: string | undefined) {
  const now = clock.now();
  return db
    .selectFrom('platform.account')
    .select('platform.account.email')
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('platform.sign_in')
          .select(['id', 'user_agent', 'created_at', 'expires_at'])
          .select(sql<boolean>`token = ${signInToken ?? ''}`.as('is_this_one'))
          .whereRef('user_id', '=', 'platform.account.id')
          .where('expires_at', '>', now)
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .limit(atMost),
      ).as('browsers'),
      jsonArrayFrom(
        eb
          .selectFrom('platform.machine_token')
          .select(['id', 'name', 'created_at', 'expires_at', 'last_used_at'])
          .select(sql<('read' | 'write')[]>`scopes`.as('scopes'))
          .whereRef('account_id', '=', 'platform.account.id')
          .where('network_slug', '=', network.slug)
          .where('revoked_at', 'is', null)
          .where((token) => token.or([token('expires_at', 'is', null), token('expires_at', '>', now)]))
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .limit(atMost),
      ).as('tokens'),
    ])
    .where('platform.account.id', '=', actor.accountId)
    .executeTakeFirstOrThrow();
}
