import { sql, type QueryCreator } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { TokenScope } from '@collegium/contract/account.ts';
import type { Tables } from '../database/tables.ts';
import type { MemberScope } from '../scope.ts';

/** How many browsers are listed. */
const mostBrowsers = 100;
/** How many tokens somebody has at most in a network; all of them are listed. */
export const mostTokens = 100;

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
          .limit(mostBrowsers),
      ).as('browsers'),
      hasPassword(actor.accountId).as('has_password'),
      jsonArrayFrom(
        eb
          .selectFrom('platform.machine_token')
          .leftJoin('membership', 'membership.id', 'platform.machine_token.membership_id')
          .leftJoin('organisation', 'organisation.id', 'membership.organisation_id')
          .select(['platform.machine_token.id', 'platform.machine_token.name', 'platform.machine_token.created_at'])
          .select(['platform.machine_token.expires_at', 'platform.machine_token.last_used_at'])
          .select('organisation.name as acts_for')
          .select(sql<TokenScope[]>`scopes`.as('scopes'))
          .whereRef('platform.machine_token.account_id', '=', 'platform.account.id')
          .where('platform.machine_token.network_slug', '=', network.slug)
          .where(isCurrent(now))
          .orderBy('platform.machine_token.created_at', 'desc')
          .orderBy('platform.machine_token.id', 'desc')
          .limit(mostTokens),
      ).as('tokens'),
    ])
    .where('platform.account.id', '=', actor.accountId)
    .executeTakeFirstOrThrow();
}

interface TokenRow {
  id: string;
  network_slug: string;
  account_id: string;
  membership_id: string;
  name: string;
  token_sha256: string;
  scopes: TokenScope[];
  created_at: Date;
  expires_at: Date | null;
}

/** Adds the token if its maker sits at a signed-in browser and has not too many; requests at once may exceed by a few. */
export function ownTokenPossible(db: QueryCreator<Tables>, row: TokenRow, signInToken: string | undefined) {
  const at = sql<Date>`${row.created_at}::timestamptz`;
  return db
    .insertInto('platform.machine_token')
    .columns([
      'id',
      'network_slug',
      'account_id',
      'membership_id',
      'name',
      'token_sha256',
      'scopes',
      'created_at',
      'expires_at',
    ])
    .expression(
      db
        .selectNoFrom([
          sql<string>`${row.id}::uuid`.as('id'),
          sql<string>`${row.network_slug}::text`.as('network_slug'),
          sql<string>`${row.account_id}::uuid`.as('account_id'),
          sql<string>`${row.membership_id}::uuid`.as('membership_id'),
          sql<string>`${row.name}::text`.as('name'),
          sql<string>`${row.token_sha256}::text`.as('token_sha256'),
          sql<TokenScope[]>`${row.scopes}::text[]`.as('scopes'),
          at.as('created_at'),
          sql<Date | null>`${row.expires_at}::timestamptz`.as('expires_at'),
        ])
        .where(isSignedIn(row.account_id, signInToken, row.created_at))
        .where(
          sql<boolean>`(select count(*) from platform.machine_token
            where account_id = ${row.account_id} and network_slug = ${row.network_slug}
              and ${isCurrent(row.created_at)}) < ${mostTokens}`,
        ),
    )
    .returning('platform.machine_token.id');
}

/** The organisation that the actor acts for, and whether in a signed-in browser. */
export function findActingFor({ db, actor, clock }: MemberScope, signInToken: string | undefined) {
  return db
    .selectFrom('organisation')
    .select('organisation.name as acts_for')
    .select(isSignedIn(actor.accountId, signInToken, clock.now()).as('is_in_browser'))
    .where('organisation.id', '=', actor.organisationId)
    .executeTakeFirstOrThrow();
}

/** Whether the cookie's token is a sign-in of this account that still stands. */
export function isSignedIn(accountId: string, signInToken: string | undefined, now: Date) {
  return sql<boolean>`exists (select from platform.sign_in
    where token = ${signInToken ?? ''} and user_id = ${accountId} and expires_at > ${now})`;
}

function hasPassword(accountId: string) {
  return sql<boolean>`exists (select from platform.credential
    where user_id = ${accountId} and provider_id = 'credential' and password is not null)`;
}

function isCurrent(now: Date) {
  return sql<boolean>`machine_token.revoked_at is null
    and (machine_token.expires_at is null or machine_token.expires_at > ${now})`;
}
