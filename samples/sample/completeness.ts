import { schemaOf } from '@collegium/server/platform/database/database.ts';
import type { Services } from '@collegium/server/platform/scope.ts';
import { sql } from 'kysely';
import { sampleNetwork } from './network.ts';

/** The comment on the schema of a sample world that was made to its end. */
export const complete = 'the sample world is complete';

/** Thousands of statements make it, so the last one says that all of them did; whatever was interrupted is made anew. */
export async function isSampleComplete({ db }: Pick<Services, 'db'>): Promise<boolean> {
  const { rows } = await sql<{ comment: string | null }>`
    select obj_description(oid, 'pg_namespace') as comment from pg_namespace where nspname = ${schemaOf(sampleNetwork.slug)}`.execute(
    db,
  );
  return rows[0]?.comment === complete;
}
