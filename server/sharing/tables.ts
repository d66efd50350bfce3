import { sql, type RawBuilder } from 'kysely';
import { schemaOf } from '../platform/database/database.ts';
import type { Scope } from '../platform/scope.ts';

/** The schema of the network, for statements that are written as SQL: `${t}.booking`. */
export type Tables = RawBuilder<unknown>;

export function tablesOf(scope: Pick<Scope, 'network'>): Tables {
  return sql.raw(schemaOf(scope.network.slug));
}

/** An instant as views hold it, for JSON that PostgreSQL builds. */
export function instantText(column: string): RawBuilder<string> {
  return sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** A list of JSON objects, empty without rows. */
export function jsonList(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((select jsonb_agg(to_jsonb(listed)) from (${rows}) listed), '[]'::jsonb)`;
}

/** A query written as SQL, as a part of a statement: `.with('taken', () => part(sql…))`. */
export function part<T>(query: RawBuilder<T>): RawBuilder<T> {
  return sql<T>`(${query})`;
}
