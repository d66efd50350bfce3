import { sql } from 'kysely';
import { Problem } from '../../platform/problem/problem.ts';
import type { Scope } from '../../platform/scope.ts';
import type { ResourceRules } from './load-rules.ts';
import { visibleResources } from '../policy.ts';
import { tablesOf } from '../tables.ts';

/**
 * What is judged by rules. What the rules say names the resource, so where the reader may not see one of them there is
 * none: one read, and only when something was refused. Throws resource.not_found and what `judge` throws.
 */
export async function unlessUnseen<T>(
  scope: Scope,
  rules: ReadonlyMap<string, ResourceRules>,
  judge: () => T,
): Promise<T> {
  try {
    return judge();
  } catch (error) {
    if (error instanceof Problem && (await hasUnseen(scope, [...rules.keys()])))
      throw new Problem('resource.not_found');
    throw error;
  }
}

async function hasUnseen(scope: Scope, ids: string[]): Promise<boolean> {
  const t = tablesOf(scope);
  const day = scope.clock.now().toISOString().slice(0, 10);
  const { rows } = await sql<{ id: string }>`select resource.id from ${t}.resource
    where resource.id = any(${ids}::uuid[]) and not ${visibleResources(scope.actor, day)} limit 1`.execute(scope.db);
  return rows.length > 0;
}
