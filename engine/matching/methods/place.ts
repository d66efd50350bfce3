import type { Instance } from '../instance/instance.ts';
import type { Account } from '../outcome/explain.ts';
import { plainSeats, type Seats } from '../outcome/seats.ts';
import type { Problem } from '../problem.ts';
import type { GivenUp, Result } from '../result.ts';
import { deferredAcceptance } from './deferred-acceptance.ts';
import type { Hooks } from './hooks.ts';

/** What a method decided, and what is needed to count and to explain it. */
export interface Placement {
  /** The instance with the offers' own priorities, and its seats. */
  readonly instance: Instance;
  readonly seats: Seats;
  /** The instance as the method looked at it, and its seats; the same two unless the method has an order of its own. */
  readonly judged: Instance;
  readonly judgedSeats: Seats;
  readonly held: Uint8Array;
  readonly outranked: Account['outranked'];
  readonly notRunning: ReadonlySet<number>;
  readonly gaveUp: readonly GivenUp[];
  readonly size?: Result['size'];
}

/** Runs the problem's method. */
export function place(_problem: Problem, instance: Instance, hooks: Hooks): Placement {
  const held = deferredAcceptance(instance, hooks);
  const seats = plainSeats(instance, held);
  return {
    instance,
    seats,
    judged: instance,
    judgedSeats: seats,
    held,
    outranked: 'outranked',
    notRunning: new Set(),
    gaveUp: [],
  };
}
