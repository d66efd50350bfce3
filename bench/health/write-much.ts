import { sql } from 'kysely';
import type { Database } from '../../server/platform/database/database.ts';
import type { OpenDatabase } from '../../server/platform/database/open.ts';

interface Much {
  schema: string;
  /** Where most of the rows go; their indexes that guard nothing are built afterwards. */
  tables: readonly string[];
  statements: readonly string[];
}

/** Writes a large world quickly: no foreign keys checked, indexes built at the end, checkpoints far apart. Then all is as before. */
export async function writeMuch({ db }: OpenDatabase, { schema, tables, statements }: Much): Promise<void> {
  await db.connection().execute(async (session) => {
    const run = (statement: string) => sql.raw(statement).execute(session);
    await run(`alter system set max_wal_size = '16GB'`);
    await run('select pg_reload_conf()');
    for (const [name, value] of Object.entries({ ...forWriting, search_path: schema }))
      await run(`set ${name} = '${value}'`);
    const indexes = await listIndexes(session, schema, tables);
    for (const { name } of indexes) await run(`drop index ${name}`);
    for (const statement of statements) await run(statement);
    for (const { definition } of indexes) await run(definition);
    await run('reset all');
    await run('alter system reset all');
    await run('select pg_reload_conf()');
    await run('vacuum (freeze, analyze)');
    await run('checkpoint');
  });
}

const forWriting = {
  session_replication_role: 'replica',
  synchronous_commit: 'off',
  maintenance_work_mem: '1GB',
  work_mem: '256MB',
};

async function listIndexes(db: Database, schema: string, tables: readonly string[]) {
  const { rows } = await sql<{ name: string; definition: string }>`
    select i.indexname as name, i.indexdef as definition from pg_indexes i
    where i.schemaname = ${schema} and i.tablename = any(${tables}::text[])
      and not exists (select from pg_constraint c where c.conname = i.indexname)`.execute(db);
  return rows;
}
