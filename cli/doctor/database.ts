import { sql } from 'kysely';
import type { LoadedConfig } from '../../server/platform/config/config.ts';
import { listPendingMigrations } from '../../server/platform/database/migrate.ts';
import { type OpenDatabase, openDatabase } from '../../server/platform/database/open.ts';
import type { Finding } from './examine.ts';
import { examineReplica } from './replica.ts';

/** Reaches the database and asks for its version, outstanding migrations and what our user may do. */
export async function examineDatabase(config: LoadedConfig): Promise<Finding[]> {
  let database: OpenDatabase | undefined;
  try {
    database = await openDatabase(config);
    const { db, replica } = database;
    const findings = [await version(database), await privileges(database), await migrations(database)];
    return replica ? [...findings, await examineReplica(db, replica)] : findings;
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    const mend = config.databaseUrl
      ? 'check DATABASE_URL, and that the server runs and lets this user in'
      : `read ${config.dataFolder}/postgres.log`;
    return [{ about: 'database', state: 'wrong', says, mend }];
  } finally {
    await database?.close();
  }
}

async function version({ db, isEmbedded }: OpenDatabase): Promise<Finding> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db);
  const kind = isEmbedded ? 'embedded' : 'given by DATABASE_URL';
  return { about: 'database', state: 'good', says: `PostgreSQL ${rows[0]?.version}, ${kind}` };
}

async function privileges({ db }: OpenDatabase): Promise<Finding> {
  const { rows } = await sql<{ user: string; database: string; can_create: boolean }>`
    select current_user as user, current_database() as database,
      has_database_privilege(current_database(), 'create') as can_create
  `.execute(db);
  const { user, database, can_create: canCreate } = rows[0] ?? { user: '', database: '', can_create: false };
  if (canCreate) return { about: 'database', state: 'good', says: `${user} may create networks in ${database}` };
  const says = `${user} may not create schemas in ${database}, so no network can be made or migrated`;
  const mend = `run: grant create on database "${database}" to "${user}"`;
  return { about: 'database', state: 'wrong', says, mend };
}

async function migrations({ url }: OpenDatabase): Promise<Finding> {
  const pending = await listPendingMigrations(url);
  if (pending.length === 0) return { about: 'database', state: 'good', says: 'every schema is up to date' };
  const schemas = new Set(pending.map(({ schema }) => schema)).size;
  const says = `${pending.length} migrations are outstanding in ${schemas} schemas`;
  return { about: 'database', state: 'notice', says, mend: 'run collegium migrate, or start the server' };
}
