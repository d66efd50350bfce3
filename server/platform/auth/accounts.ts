import { passwordLength } from '@collegium/contract/password-length.ts';
import type { Database } from '../database/database.ts';
import { newId } from '../ids.ts';
import { Problem } from '../problem/problem.ts';

export interface NewAccount {
  name: string;
  email: string;
  /** Without one, the person signs in by link. */
  password?: string;
}

/** Makes an account; returns its id. Throws `auth.account_exists` and `auth.password_too_short` / `_long`. */
export async function createAccount(db: Database, account: NewAccount): Promise<string> {
  const hash = account.password === undefined ? undefined : await hashPassword(account.password);
  return db.transaction().execute(async (transaction) => {
    const id = newId();
    const email = account.email.toLowerCase();
    await transaction
      .insertInto('platform.account')
      .values({ id, name: account.name, email, email_verified: true })
      .execute();
    if (hash !== undefined) await storePassword(transaction, id, hash);
    return id;
  });
}

/** The id of the account with this mail address; made, without a password, when there is none. One round trip. */
export async function ensureAccount(db: Database, { name, email }: Omit<NewAccount, 'password'>): Promise<string> {
  const { id } = await db
    .insertInto('platform.account')
    .values({ id: newId(), name, email: email.toLowerCase(), email_verified: true })
    // An update that changes nothing, because only then the existing row's id is returned.
    .onConflict((conflict) => conflict.column('email').doUpdateSet((eb) => ({ email: eb.ref('excluded.email') })))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Gives the account this password; all its browsers are signed out. Both or neither only when `db` is a transaction.
 * Throws `auth.password_too_short` / `_long`.
 */
export async function setPassword(db: Database, accountId: string, password: string): Promise<void> {
  await storePassword(db, accountId, await hashPassword(password));
  await db.deleteFrom('platform.sign_in').where('user_id', '=', accountId).execute();
}

/** The hash (scrypt, with its salt) that `platform.credential` keeps. Costs about 0.1 s: samples hash once for many. */
export async function hashPassword(password: string): Promise<string> {
  if (password.length < passwordLength.least)
    throw new Problem('auth.password_too_short', { least: passwordLength.least });
  if (password.length > passwordLength.most) throw new Problem('auth.password_too_long', { most: passwordLength.most });
  const library = await import('better-auth/crypto');
  return library.hashPassword(password);
}

/** Whether the hash is of this password. */
export async function isPasswordOf(hash: string, password: string): Promise<boolean> {
  const library = await import('better-auth/crypto');
  return library.verifyPassword({ hash, password });
}

async function storePassword(db: Database, accountId: string, hash: string): Promise<void> {
  await db
    .insertInto('platform.credential')
    .values({ id: newId(), user_id: accountId, account_id: accountId, provider_id: 'credential', password: hash })
    .onConflict((conflict) => conflict.columns(['provider_id', 'account_id']).doUpdateSet({ password: hash }))
    .execute();
}
