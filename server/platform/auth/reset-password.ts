import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { inNetwork, type Database } from '../database/database.ts';
import { newId } from '../ids.ts';
import { listNetworks } from '../networks.ts';
import { Problem } from '../problem/problem.ts';
import type { Services } from '../scope.ts';
import { setPassword } from './accounts.ts';
import { mailToAccount } from './mails.ts';

/**
 * Spends the mailed link: sets the password, signs all browsers out, records it in every network in which the account
 * is somebody, and tells the owner by mail; all or nothing. The authentication library made the link and could spend
 * it, but not in the transaction that writes our audit events.
 * Throws `auth.link_spent`, `auth.password_too_short` / `_long`.
 */
export async function resetPassword(
  services: Pick<Services, 'db' | 'clock' | 'config' | 'signal'>,
  { token, newPassword }: { token: string; newPassword: string },
  requestId: string,
): Promise<void> {
  const now = services.clock.now();
  await services.db.transaction().execute(async (transaction) => {
    const accountId = await spend(transaction, token, now);
    await setPassword(transaction, accountId, newPassword);
    let isTold = false;
    for (const { slug } of await listNetworks(transaction)) {
      const network = inNetwork(transaction, slug);
      if (!(await recordIn(network, { accountId, requestId, now })) || isTold) continue;
      const url = `${services.config.url}/${slug}/account`;
      const to = sql<boolean>`account.id = ${accountId}`;
      await mailToAccount(network, { kind: 'password_changed', to, url, now }).execute();
      isTold = true;
    }
  });
  services.signal();
}

/** The account that the link was made for; a second request with the same link waits for the first and finds none. */
async function spend(transaction: Database, token: string, now: Date): Promise<string> {
  const spent = await transaction
    .deleteFrom('platform.verification')
    .where('identifier', '=', identifierOf(token))
    .where('expires_at', '>', now)
    .returning('value')
    .executeTakeFirst();
  if (!spent) throw new Problem('auth.link_spent');
  return spent.value;
}

/** As the library keeps it (`verification.storeIdentifier: 'hashed'`). */
const identifierOf = (token: string) => createHash('sha256').update(`reset-password:${token}`).digest('base64url');

async function recordIn(
  network: Database,
  { accountId, requestId, now }: { accountId: string; requestId: string; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await network
    .insertInto('audit_event')
    .columns(['id', 'at', 'account_id', 'person_id', 'action', 'object_type', 'object_id', 'request_id'])
    .expression((eb) =>
      eb
        .selectFrom('person')
        .where('account_id', '=', accountId)
        .select([
          sql<string>`${newId()}::uuid`.as('id'),
          sql<Date>`${now}::timestamptz`.as('at'),
          'account_id',
          'person.id as person_id',
          sql<string>`'account.password_reset'`.as('action'),
          sql<string>`'account'`.as('object_type'),
          sql<string>`${accountId}::uuid`.as('object_id'),
          sql<string>`${requestId}::text`.as('request_id'),
        ]),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
