import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Client } from 'pg';
import Postgrator from 'postgrator';
import { schemaOf } from './database.ts';
import { refuseOldServer } from './server-version.ts';

/** A migration that cannot be applied; the message says which and why. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

export interface MigrationFolders {
  platform: string;
  network: string;
}

/** What a run has applied: schema and file, in order. */
export type AppliedMigration = { schema: string; file: string };

export const migrationFolders: MigrationFolders = {
  platform: resolve(import.meta.dirname, '../../migrations/platform'),
  network: resolve(import.meta.dirname, '../../migrations/network'),
};

/** Any number, the same in all processes: whoever migrates holds this advisory lock. */
const migrationLock = 4_081_960;

/**
 * Brings the schema `platform` and every network's schema up to date, each in one transaction: all of it or nothing.
 * Throws `MigrationError` when a file fails, or when one that was applied has been edited since.
 */
export async function migrate(url: string, folders = migrationFolders): Promise<AppliedMigration[]> {
  return withClient(url, async (client) => {
    const platform = await migrateSchema(client, 'platform', folders.platform);
    const behind = await listSchemasBehind(client, await listNetworkSchemas(client), folders.network);
    const networks: AppliedMigration[] = [];
    for (const schema of behind) networks.push(...(await migrateSchema(client, schema, folders.network)));
    return [...platform, ...networks];
  });
}

/** Creates the schema of a network and all its tables, or completes it when it exists. */
export async function migrateNetwork(url: string, slug: string, folders = migrationFolders): Promise<void> {
  await withClient(url, (client) => migrateSchema(client, schemaOf(slug), folders.network));
}

/** Migrations that `migrate` would apply, without applying them. */
export async function listPendingMigrations(url: string, folders = migrationFolders): Promise<AppliedMigration[]> {
  return withClient(url, async (client) => {
    const pending: AppliedMigration[] = [];
    const schemas = ['platform', ...(await listNetworkSchemas(client))];
    const versions = await appliedVersions(client, schemas);
    for (const schema of schemas) {
      const applied = versions.get(schema)?.size ?? 0;
      const files = readMigrations(schema === 'platform' ? folders.platform : folders.network);
      pending.push(...files.slice(applied).map((file) => ({ schema, file: basename(file.filename) })));
    }
    return pending;
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'collegium migrate' });
  await client.connect();
  try {
    await refuseOldServer(client);
    return await work(client);
  } finally {
    await client.end();
  }
}

async function migrateSchema(client: Client, schema: string, folder: string): Promise<AppliedMigration[]> {
  const migrator = new FolderMigrator(client, schema, folder);
  await client.query('begin');
  try {
    await client.query(`select pg_advisory_xact_lock(${migrationLock})`);
    await client.query(`create schema if not exists "${schema}"`);
    await client.query(`set local search_path to "${schema}"`);
    const applied = await migrator.migrate();
    await client.query('commit');
    return applied.map((migration) => ({ schema, file: basename(migration.filename) }));
  } catch (error) {
    await client.query('rollback');
    throw new MigrationError(migrator.explain(error), { cause: error });
  }
}

/** Postgrator over files named `0001-people.sql`, inside the transaction that is open on `client`. */
class FolderMigrator extends Postgrator {
  /** Postgrator's own field, which its types leave out. */
  declare migrations: Postgrator.Migration[];
  readonly #schema: string;
  readonly #folder: string;
  #current: string | undefined;

  constructor(client: Client, schema: string, folder: string) {
    super({
      driver: 'pg',
      schemaTable: `${schema}.schema_version`,
      migrationPattern: join(folder, '*.sql'),
      execQuery: (query) => client.query(query),
    });
    this.#schema = schema;
    this.#folder = folder;
    this.on('validation-started', (migration) => (this.#current = basename(migration.filename)));
    this.on('migration-started', (migration) => (this.#current = basename(migration.filename)));
  }

  override async getMigrations(): Promise<Postgrator.Migration[]> {
    this.migrations = readMigrations(this.#folder);
    return this.migrations;
  }

  override async getMaxVersion(): Promise<number> {
    return readMigrations(this.#folder).at(-1)?.version ?? 0;
  }

  explain(error: unknown): string {
    const message = error instanceof Error ? error.message : String(error);
    if (message.startsWith('MD5 checksum failed'))
      return `Migration ${this.#current} was edited after it had been applied to ${this.#schema}; restore the file and write a new migration instead.`;
    return `Migration ${this.#current ?? 'bookkeeping'} failed in ${this.#schema}: ${message}`;
  }
}

/** In the order of their numbers, which may leave some out: changes that are made side by side each have numbers of their own. */
function readMigrations(folder: string): Postgrator.Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  const migrations = files.sort().map((file) => readMigration(folder, file));
  for (const [index, { version, filename }] of migrations.entries())
    if (version === migrations[index - 1]?.version)
      throw new MigrationError(`${basename(filename)} has the number of another migration.`);
  return migrations;
}

function readMigration(folder: string, file: string): Postgrator.Migration {
  const [, number, name] = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file) ?? [];
  const version = Number(number);
  if (!(version > 0) || name === undefined) throw new MigrationError(`${file} should be named 0001-what-it-does.sql.`);
  const filename = join(folder, file);
  const text = readFileSync(filename, 'utf8');
  const md5 = createHash('md5').update(text).digest('hex');
  return { version, action: 'do', filename, name, md5, getSql: () => text };
}

async function listNetworkSchemas(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    String.raw`select nspname as name from pg_namespace where nspname like 'network\_%' order by nspname`,
  );
  return rows.map((row) => row.name);
}

/** One query for all networks: with thousands of them, asking each in turn would delay every start. */
async function listSchemasBehind(client: Client, schemas: string[], folder: string): Promise<string[]> {
  const expected = readMigrations(folder);
  const versions = await appliedVersions(client, schemas);
  return schemas.filter((schema) => {
    const applied = versions.get(schema);
    return expected.some((migration) => applied?.get(migration.version) !== migration.md5);
  });
}

async function appliedVersions(client: Client, schemas: string[]): Promise<Map<string, Map<number, string>>> {
  const present = await client.query<{ name: string }>(
    `select schemaname as name from pg_tables where tablename = 'schema_version' and schemaname = any($1)`,
    [schemas],
  );
  const found = new Map(present.rows.map((row) => [row.name, new Map<number, string>()]));
  if (found.size === 0) return found;
  const parts = [...found.keys()].map(
    (schema) => `select '${schema}' as schema, version::int, md5 from "${schema}".schema_version where version > 0`,
  );
  const { rows } = await client.query<{ schema: string; version: number; md5: string }>(parts.join(' union all '));
  for (const row of rows) found.get(row.schema)?.set(row.version, row.md5);
  return found;
}
