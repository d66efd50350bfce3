import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { type ClientBase, type ClientConfig, Pool, type PoolClient, type QueryConfig, TypeOverrides, types } from 'pg';
import { noteRoundTrip } from './round-trips.ts';

export interface PoolOptions {
  /** Connections at most. */
  size?: number;
  /** Shown by `pg_stat_activity`. */
  applicationName?: string;
}

/** A pool whose statements are prepared once per connection, and whose round trips are counted. */
export function createPool(url: string, { size = 10, applicationName = 'collegium' }: PoolOptions = {}): Pool {
  const pool = new Pool({
    ...clientOptions(url),
    max: size,
    application_name: applicationName,
    idleTimeoutMillis: 60_000,
  });
  // A connection that breaks while idle is dropped by the pool; the next query opens another or fails by itself.
  pool.on('error', () => {});
  return pool;
}

/** What all our connections have in common. */
export function clientOptions(url: string): ClientConfig & { pipeline: true } {
  return {
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    pipeline: true,
    types: typeParsers(),
  };
}

/** The pool as Kysely wants it. */
export function preparing(pool: Pool): PostgresPool {
  const prepared = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const known = prepared.get(client) ?? preparingClient(client, (destroy) => client.release(destroy));
      prepared.set(client, known);
      return known;
    },
  };
}

/**
 * What a statement begins with whose plan is made once per connection. PostgreSQL else plans a long statement anew each
 * time when it believes that knowing the values makes it cheaper; for one that finds all by keys the planning is dearer.
 */
export const plannedOnce = '/* planned once */ ';

/** Beyond this a connection prepares no more: each prepared statement costs the database server memory. */
const statementsPerConnection = 1_000;

/** A connection as Kysely wants it, whose statements are prepared once. */
export function preparingClient(client: ClientBase, release: PostgresPoolClient['release']): PostgresPoolClient {
  const names = new Map<string, string>();
  const query = async <R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> => {
    // The opening of a transaction, and of a part of one, travels with its first statement, so nobody waits for it alone.
    // Should it fail, the connection is gone or the transaction over, and that statement fails as well.
    if (/^(?:begin$|start transaction|savepoint |release savepoint )/.test(text)) {
      client.query(text).catch(() => {});
      return { command: 'SELECT', rowCount: 0, rows: [] };
    }
    noteRoundTrip();
    const name = names.get(text) ?? nameOf(text, names);
    const sent = { text, values: [...values], ...(name && { name }) };
    const result = await (text.startsWith(plannedOnce) ? queryPlannedOnce(client, sent) : client.query(sent));
    return result as unknown as PostgresQueryResult<R>;
  };
  return { query: query as PostgresPoolClient['query'], release };
}

/** The settings travel with the statement, so nobody waits for them alone; where it fails in a transaction, they are undone with it. */
function queryPlannedOnce(client: ClientBase, sent: QueryConfig) {
  client.query('set plan_cache_mode = force_generic_plan').catch(() => {});
  const result = client.query(sent);
  client.query('reset plan_cache_mode').catch(() => {});
  return result;
}

function nameOf(text: string, names: Map<string, string>): string | undefined {
  if (names.size >= statementsPerConnection) return undefined;
  const name = `q${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}

const array = { dates: 1182, integers: 1016, numerics: 1231 };

/** Counts and amounts are JavaScript numbers (all of ours are below 2^53), calendar dates stay 'YYYY-MM-DD'. */
function typeParsers(): TypeOverrides {
  const parsers = new TypeOverrides();
  parsers.setTypeParser(types.builtins.INT8, Number);
  parsers.setTypeParser(types.builtins.NUMERIC, Number);
  parsers.setTypeParser(types.builtins.DATE, String);
  parsers.setTypeParser(array.integers, numbers);
  parsers.setTypeParser(array.numerics, numbers);
  parsers.setTypeParser(array.dates, words);
  return parsers;
}

/** `{1,2}`: lists of these types need no quotes. */
function words(list: string): (string | null)[] {
  if (list === '{}') return [];
  return list
    .slice(1, -1)
    .split(',')
    .map((word) => (word === 'NULL' ? null : word));
}

function numbers(list: string): (number | null)[] {
  return words(list).map((word) => (word === null ? null : Number(word)));
}
