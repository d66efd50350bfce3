import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { schemaOf } from '../platform/database/database.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { Scope } from '../platform/scope.ts';

/**
 * Whether all of these organisations stand: none is archived or was merged into another. Belongs into the statement that
 * names them; ids in `unless` were named before and may be gone.
 */
export function allStand(organisationIds: readonly string[], unless?: RawBuilder<unknown>): RawBuilder<boolean> {
  const gone = expressionBuilder<Tables, 'organisation'>()
    .selectFrom('organisation as gone')
    .select('gone.id')
    .where(sql<boolean>`gone.id = any(${[...organisationIds]}::uuid[])`)
    .where('gone.archived_at', 'is not', null)
    .$if(unless !== undefined, (q) => q.where(sql<boolean>`gone.id not in ${unless}`));
  return sql<boolean>`not exists (${gone})`;
}

/**
 * Says which of these organisations is gone, and who took its place, for whoever named it. Returns when all stand. Throws
 * organisation.merged_away, organisation.gone.
 */
export async function refuseWhoIsGone(scope: Scope, organisationIds: readonly string[]): Promise<void> {
  const t = sql.raw(schemaOf(scope.network.slug));
  const { rows } = await sql<{ name: string; successor: string | null }>`
    with recursive chain as (
      select id as first_id, name as first_name, id, name, merged_into_id, archived_at from ${t}.organisation
        where id = any(${[...organisationIds]}::uuid[]) and archived_at is not null
      union
      select chain.first_id, chain.first_name, next.id, next.name, next.merged_into_id, next.archived_at
        from chain join ${t}.organisation next on next.id = chain.merged_into_id)
    select first_name as name, max(name) filter (where archived_at is null) as successor
    from chain group by first_id, first_name order by first_name limit 1`.execute(scope.db);
  const [gone] = rows;
  if (!gone) return;
  const { name, successor } = gone;
  throw successor === null
    ? new Problem('organisation.gone', { name })
    : new Problem('organisation.merged_away', { name, successor });
}
