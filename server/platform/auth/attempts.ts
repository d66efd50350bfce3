import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '../ids.ts';
import { Problem } from '../problem/problem.ts';
import type { Services } from '../scope.ts';

/** How often something may be tried within a window, which begins anew with the first attempt after it has passed. */
export interface AttemptLimit {
  /** What is counted, for instance a mail address tried from one network address. Stored as a hash. */
  key: string;
  most: number;
}

/**
 * Counts an attempt against every limit, in one statement that concurrent attempts and other processes cannot get
 * around. Throws `request.too_many` with the seconds to wait when a limit is exceeded.
 */
export async function countAttempt(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  { windowSeconds, limits }: { windowSeconds: number; limits: readonly AttemptLimit[] },
): Promise<void> {
  const now = clock.now().getTime();
  const mostByKey = new Map(limits.map(({ key, most }) => [hashOf(key), most]));
  // Locked in one order, whatever order they come in: two attempts at once must not wait for each other.
  const rows = [...mostByKey.keys()].toSorted(byText).map((key) => ({ id: newId(), key, count: 1, last_request: now }));
  const isOver = sql<boolean>`rate_limit.last_request <= ${now - windowSeconds * 1_000}`;
  const counted = await db
    .insertInto('platform.rate_limit')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when ${isOver} then 1 else rate_limit.count + 1 end`,
        last_request: sql<number>`case when ${isOver} then ${now} else rate_limit.last_request end`,
      }),
    )
    .returning(['key', 'count', 'last_request'])
    .execute();
  const exceeded = counted.filter(({ key, count }) => count > (mostByKey.get(key) ?? 0));
  if (exceeded.length === 0) return;
  const begun = Math.max(...exceeded.map(({ last_request }) => last_request));
  throw new Problem('request.too_many', { seconds: Math.ceil((begun - now) / 1_000) + windowSeconds });
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}
