import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type Dialect,
} from 'kysely';
import { inNetwork, type Database } from '../../server/platform/database/database.ts';
import type { Tables } from '../../server/platform/database/tables.ts';
import { network } from '../product/world.ts';

const silent: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};

/** The statement that a query function sends, without sending it. */
export async function compiledQuery(ask: (db: Database) => Promise<unknown>): Promise<CompiledQuery> {
  const queries: CompiledQuery[] = [];
  const db = new Kysely<Tables>({ dialect: silent, log: (event) => void queries.push(event.query) });
  await ask(inNetwork(db, network.slug));
  const [query] = queries;
  if (!query) throw new Error('nothing was asked');
  return query;
}
