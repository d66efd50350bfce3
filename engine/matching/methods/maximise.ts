import { largestAllocation } from '../flow/rank-network.ts';
import type { Instance } from '../instance/instance.ts';
import { type Hooks, pulse } from './hooks.ts';
import { largeStable } from './large-stable.ts';
import { needsNegotiation, propose } from './propose.ts';
import { sizeOf, TieWalk } from './tie-walk.ts';

const MOST_TURNS = 10_000;
const TURNS_PER_WISH = 200;
const WISHES_OVER_ALL_TURNS = 2e7;
/** Where blocking is satisfied unit by unit, a turn takes as long as so many others. */
const NEGOTIATED_TURN = 20;
const PULSES = 100;

/** A large weakly stable allocation, its size, and a size that none exceeds. */
export interface Maximised {
  readonly held: Uint8Array;
  readonly reached: number;
  readonly bound: number;
}

/**
 * Breaks ties so that many are placed. Begins with `largeStable` (two thirds of the largest, where there are only
 * capacities), then changes ties, turn after turn, until the bound or the last turn is reached.
 */
export function maximise(instance: Instance, seed: string, hooks: Hooks): Maximised {
  const bound = largestAllocation(instance, () => pulse(hooks, { stage: 'checking', done: 0, total: 1 }));
  let held = instance.rules ? propose(instance, hooks) : largeStable(instance, hooks);
  let reached = sizeOf(held);
  const turns = turnsFor(instance);
  const walk = new TieWalk(instance, seed, held);
  for (let turn = 0; turn < turns && reached < bound; turn++) {
    if (turn % Math.ceil(turns / PULSES) === 0) pulse(hooks, { stage: 'improving', done: turn, total: turns });
    walk.turn();
    if (walk.size > reached) [held, reached] = [walk.held(), walk.size];
  }
  return { held, reached, bound };
}

function turnsFor(instance: Instance): number {
  const wishes = instance.wishOffer.length;
  const turns = Math.min(MOST_TURNS, TURNS_PER_WISH * wishes, WISHES_OVER_ALL_TURNS / (wishes + 1));
  return Math.ceil(needsNegotiation(instance) ? turns / NEGOTIATED_TURN : turns);
}
