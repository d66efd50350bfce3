import { largestAllocation } from '../flow/rank-network.ts';
import type { Instance } from '../instance/instance.ts';
import { type Hooks, pulse } from './hooks.ts';
import { largeStable } from './large-stable.ts';
import { propose } from './propose.ts';
import { SqueakyWheel } from './squeaky-wheel.ts';

const MOST_ROUNDS = 2000;
const WISHES_OVER_ALL_ROUNDS = 4e6;

/** A large weakly stable allocation, its size, and a size that none exceeds. */
export interface Maximised {
  readonly held: Uint8Array;
  readonly reached: number;
  readonly bound: number;
}

/**
 * Breaks ties so that many are placed. Begins with `largeStable` (two thirds of the largest, where there are only
 * capacities), then breaks ties anew, round after round, until the bound or the last round is reached.
 */
export function maximise(instance: Instance, seed: string, hooks: Hooks): Maximised {
  const bound = largestAllocation(instance, () => pulse(hooks, { stage: 'checking', done: 0, total: 1 }));
  let held = instance.rules ? propose(instance, hooks) : largeStable(instance, hooks);
  let reached = sizeOf(held);
  const rounds = Math.min(MOST_ROUNDS, Math.ceil(WISHES_OVER_ALL_ROUNDS / (held.length + 1)));
  const wheel = new SqueakyWheel(instance, seed);
  let last = held;
  for (let round = 0; round < rounds && reached < bound; round++) {
    pulse(hooks, { stage: 'improving', done: round, total: rounds });
    last = wheel.turn(last);
    const size = sizeOf(last);
    if (size > reached) [held, reached] = [last, size];
  }
  return { held, reached, bound };
}

const sizeOf = (held: Uint8Array): number => held.reduce((total, each) => total + each, 0);
