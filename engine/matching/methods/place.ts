import { seatsOf } from '../choice/seats-of.ts';
import type { Instance } from '../instance/instance.ts';
import type { Account } from '../outcome/explain.ts';
import type { Seats } from '../outcome/seats.ts';
import type { Problem } from '../problem.ts';
import type { Result } from '../result.ts';
import type { Hooks } from './hooks.ts';
import { asImmediateAcceptance } from './immediate-acceptance.ts';
import { maximise } from './maximise.ts';
import { keepMinimums } from './minimums.ts';
import { propose } from './propose.ts';
import { rankMinimising } from './rank-minimising.ts';
import { asSerialDictatorship } from './serial-dictatorship.ts';
import { topTradingCycles } from './top-trading-cycles.ts';

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
  readonly tied: Account['tied'];
  readonly notRunning: ReadonlySet<number>;
  readonly size?: Result['size'];
}

/** Runs the problem's method with all that it binds; `seed` is 64 hex digits. */
export function place(problem: Problem, given: Instance, seed: string, hooks: Hooks): Placement {
  const method = problem.method ?? 'deferred-acceptance';
  const judgedAs = asJudged(method, given);
  let size: Result['size'];
  const run = (instance: Instance): Uint8Array => {
    if (method === 'top-trading-cycles') return topTradingCycles(problem, instance, seed, hooks);
    if (method === 'rank-minimising') return rankMinimising(instance, problem.objective ?? 'total-rank', hooks);
    if (problem.ties !== 'maximise') return propose(instance, hooks);
    const { held, reached, bound } = maximise(instance, seed, hooks);
    const byHand = problem.fixed?.length ?? 0;
    size = { reached: reached + byHand, bound: bound + byHand };
    return held;
  };
  const { held, capacity, notRunning } = keepMinimums(problem, judgedAs, run);
  const broken = size ? { ...given, ...tiesBrokenFor(given, held) } : given;
  const instance = { ...broken, capacity };
  const judged = judgedAs === given ? instance : { ...judgedAs, capacity };
  const seats = seatsOf(instance, held);
  return {
    instance,
    seats,
    judged,
    held,
    notRunning,
    judgedSeats: judged === instance ? seats : seatsOf(judged, held),
    outranked: OUTRANKED[method],
    tied: size ? 'tie_broken_for_more' : 'lost_lottery',
    ...(size ? { size } : {}),
  };
}

/** Draws in which whoever holds a place comes before equals who do not. */
function tiesBrokenFor({ draws, drawOf }: Instance, held: Uint8Array): Pick<Instance, 'draws' | 'drawOf'> {
  return {
    draws: Uint32Array.from(held, (isHeld, wish) => draws[drawOf[wish]!]! + (isHeld === 1 ? 0 : draws.length)),
    drawOf: Int32Array.from(held.keys()),
  };
}

const OUTRANKED = {
  'deferred-acceptance': 'outranked',
  'serial-dictatorship': 'turn_too_late',
  'immediate-acceptance': 'others_wished_it_more',
  'top-trading-cycles': 'traded',
  'rank-minimising': 'better_for_all',
} as const;

function asJudged(method: Problem['method'], instance: Instance): Instance {
  if (method === 'serial-dictatorship') return asSerialDictatorship(instance);
  if (method === 'immediate-acceptance') return asImmediateAcceptance(instance);
  return instance;
}
