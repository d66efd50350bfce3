import { createHash } from 'node:crypto';
import { sql, type QueryCreator } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { newId } from '../ids.ts';
import { Problem } from '../problem/problem.ts';
import type { Services } from '../scope.ts';

/** How often something may be tried within a window, which begins anew with the first attempt after it has passed. */
export interface AttemptLimit {
  /** What is counted, for instance a mail address tried from one network address. Stored as a hash. */
  key: string;
  most: number;
}

interface Attempt {
  windowSeconds: number;
  limits: readonly AttemptLimit[];
  now: Date;
}

interface Counted {
  key: string;
  count: number;
  last_request: number;
}

/**
 * Counts an attempt against every limit, in one statement that concurrent attempts and other processes cannot get
 * around. Throws `request.too_many` with the seconds to wait when a limit is exceeded.
 */
export async function countAttempt(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  attempt: Omit<Attempt, 'now'>,
): Promise<void> {
  const now = clock.now();
  refuseExceeded(await attemptOf(db, { ...attempt, now }).execute(), { ...attempt, now });
}

/** The part of a statement that counts an attempt; `refuseExceeded` judges the rows that it returns. */
export function attemptOf(db: QueryCreator<Tables>, { windowSeconds, limits, now: at }: Attempt) {
  const now = at.getTime();
  // Locked in one order, whatever order they come in: two attempts at once must not wait for each other.
  const keys = [...new Set(limits.map(({ key }) => hashOf(key)))].toSorted(byText);
  const rows = keys.map((key) => ({ id: newId(), key, count: 1, last_request: now }));
  const isOver = sql<boolean>`rate_limit.last_request <= ${now - windowSeconds * 1_000}`;
  return db
    .insertInto('platform.rate_limit')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when ${isOver} then 1 else rate_limit.count + 1 end`,
        last_request: sql<number>`case when ${isOver} then ${now} else rate_limit.last_request end`,
      }),
    )
    .returning(['platform.rate_limit.key', 'platform.rate_limit.count', 'platform.rate_limit.last_request']);
}

/** Throws `request.too_many` with the seconds to wait when a limit is exceeded. */
export function refuseExceeded(counted: readonly Counted[], { windowSeconds, limits, now }: Attempt): void {
  const mostByKey = new Map(limits.map(({ key, most }) => [hashOf(key), most]));
  const exceeded = counted.filter(({ key, count }) => count > (mostByKey.get(key) ?? 0));
  if (exceeded.length === 0) return;
  const begun = Math.max(...exceeded.map(({ last_request }) => last_request));
  throw new Problem('request.too_many', { seconds: Math.ceil((begun - now.getTime()) / 1_000) + windowSeconds });
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}
