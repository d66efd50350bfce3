import { Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely';
import { createPool, preparing, type PoolOptions } from './pool.ts';
import type { Tables } from './tables.ts';

/** The database as verbs and queries take it. Tables of a network are reached through `inNetwork`. */
export type Database = Kysely<Tables>;
export type DatabaseTransaction = Transaction<Tables>;

/** Opens a pool on `url`; nothing connects before the first query. End with `await db.destroy()`. */
export function connect(url: string, options?: PoolOptions): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(createPool(url, options)) }) });
}

/** The tables of one network; tables of the platform keep their own schema (`platform.account`). */
export function inNetwork(db: Database, slug: string): Database {
  const bound = boundTo.get(db) ?? new Map<string, Database>();
  boundTo.set(db, bound);
  const known = bound.get(slug) ?? db.withSchema(schemaOf(slug));
  bound.set(slug, known);
  return known;
}

/** The same object for the same network, so that what is kept per database (see `prepared`) outlives a request. */
const boundTo = new WeakMap<Database, Map<string, Database>>();

const slugPattern = /^[a-z][a-z0-9-]{1,40}$/;

export function isNetworkSlug(value: string): boolean {
  return slugPattern.test(value);
}

/** `sample-north` → `network_sample_north`. Throws a RangeError for anything but a network's slug. */
export function schemaOf(slug: string): string {
  if (!isNetworkSlug(slug)) throw new RangeError(`“${slug}” is not a network: ${slugPattern.source}`);
  return `network_${slug.replaceAll('-', '_')}`;
}

/** A value for a `jsonb` column. Plain arrays would reach PostgreSQL as arrays, not as JSON. */
export function jsonb<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}
