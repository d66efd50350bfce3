import { sql, type RawBuilder } from 'kysely';
import { schemaOf } from '../platform/database/database.ts';
import type { Scope } from '../platform/scope.ts';

/** One organisation takes the place of another; `scope.db` is the transaction in which everything of it happens. */
export interface Merger {
  scope: Scope;
  /** The organisation that is no more. */
  from: string;
  /** The one that takes its place. */
  into: string;
  /** Its name, as it was. */
  fromName: string;
  intoName: string;
  /** A day in the network's time zone. */
  today: string;
}

/** The schema of the network, for statements in plain SQL. */
export function schema({ scope }: Merger): RawBuilder<unknown> {
  return sql.raw(schemaOf(scope.network.slug));
}

/** The id that a unit has at the successor: made from both, so that every step finds it, and twice gives the same. */
export function unitAtSuccessor(unit: string, { into }: Merger): RawBuilder<string> {
  return sql<string>`md5(${sql.raw(unit)}::text || ${into}::text)::uuid`;
}

/** Text in which the one organisation stands in the place of the other; ids are found nowhere else. */
export function renamed(json: string, { from, into }: Merger): RawBuilder<never> {
  return sql<never>`replace(${sql.raw(json)}::text, ${from}::text, ${into}::text)::jsonb`;
}
