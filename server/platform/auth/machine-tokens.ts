import { createHash, randomBytes } from 'node:crypto';
import type { TokenScope } from '@collegium/contract/account.ts';
import { sql } from 'kysely';
import { type Database, inNetwork } from '../database/database.ts';
import { newId } from '../ids.ts';
import { Problem } from '../problem/problem.ts';
import type { Services } from '../scope.ts';

export interface NewMachineToken {
  network: string;
  /** Mail address of the account that the token acts as. */
  email: string;
  /** What it is for, in the owner's words. */
  name: string;
  /** `read` allows GET alone; `write` everything the person may do. */
  scopes: readonly TokenScope[];
  expiresAt?: Date;
  /** The membership that it acts under; without one, the person's usual. */
  membershipId?: string;
}

export interface MachineToken {
  id: string;
  /** Shown once; only its SHA-256 is stored. */
  token: string;
}

/**
 * Makes a token that machines send as `Authorization: Bearer`. Throws `auth.account_unknown` when nobody in the network
 * has this mail address.
 */
export async function createMachineToken(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  { network, email, name, scopes, expiresAt, membershipId }: NewMachineToken,
): Promise<MachineToken> {
  const account_id = await findAccountIn(db, network, email.toLowerCase());
  if (account_id === undefined) throw new Problem('auth.account_unknown', { email });
  const id = newId();
  const token = newTokenSecret(network);
  await db
    .insertInto('platform.machine_token')
    .values({
      id,
      network_slug: network,
      account_id,
      membership_id: membershipId ?? null,
      name,
      token_sha256: hashToken(token),
      scopes: [...scopes],
      created_at: clock.now(),
      expires_at: expiresAt ?? null,
    })
    .execute();
  return { id, token };
}

/** What a program sends. The words in front let secret scanners recognise a token that strays into a repository. */
export function newTokenSecret(network: string): string {
  return `collegium_${network}_${randomBytes(32).toString('base64url')}`;
}

/** Whoever may write may read. */
export function scopesOf(scope: TokenScope): TokenScope[] {
  return scope === 'write' ? ['read', 'write'] : ['read'];
}

/** As `platform.machine_token.token_sha256` keeps it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Makes the token worthless from now on; the row stays, for the record. False when there is no such token of this account. */
export async function revokeMachineToken(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  { id, accountId }: { id: string; accountId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('platform.machine_token')
    .set({ revoked_at: clock.now() })
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function findAccountIn(db: Database, network: string, email: string): Promise<string | undefined> {
  const row = await inNetwork(db, network)
    .selectFrom('platform.account')
    .innerJoin('person', 'person.account_id', 'platform.account.id')
    .where('platform.account.email', '=', email)
    .select(sql<string>`person.account_id`.as('accountId'))
    .executeTakeFirst();
  return row?.accountId;
}
