import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../../platform/problem/problem.ts';
import type { Arrangement } from './arrange.ts';

/** Thrown when an attempt came to nothing although, looked at again, it might succeed. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
  /** How it fits when others are moved; then the rules were those in force. */
  readonly arrangement: Arrangement | undefined;

  constructor(arrangement?: Arrangement) {
    super();
    this.arrangement = arrangement;
  }
}

const attemptsAtMost = 40;
/** What a violated constraint, a deadlock or a version that is none says when others were faster: nothing was changed. */
const lost = new Set(['booking_holds_all', 'booking_held_when_certain', 'booking_item_no_clash']);

/**
 * Repeats an attempt that lost a race, so that nobody has to press twice; `isFresh` tells every attempt but the first to
 * trust no memory, and `arrangement` how others must be moved. The first answer or problem of an attempt that did not lose is the outcome.
 */
export async function whileItMightSucceed<T>(
  attempt: (isFresh: boolean, arrangement: Arrangement | undefined) => Promise<T>,
): Promise<T> {
  let arrangement: Arrangement | undefined;
  for (let number = 1; ; number += 1) {
    try {
      return await attempt(number > 1 && arrangement === undefined, arrangement);
    } catch (error) {
      if (!(error instanceof TryAgain)) throw error;
      if (number === attemptsAtMost) throw new Problem('request.conflict');
      arrangement = error.arrangement;
      if (arrangement && number === 1) continue;
      await sleep(Math.random() * Math.min(4 * number, 50));
    }
  }
}

/** Whether the database refused because others were faster. */
function hasLost(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  if (error.code === '40P01') return true;
  if (error.code === '23502' && 'column' in error && error.column === 'version') return true;
  return 'constraint' in error && typeof error.constraint === 'string' && lost.has(error.constraint);
}

/** The outcome of a statement; undefined when others were faster. */
export async function unlessLost<T>(statement: Promise<T>): Promise<T | undefined> {
  try {
    return await statement;
  } catch (error) {
    if (hasLost(error)) return undefined;
    throw error;
  }
}
