import type { Instance } from '../instance/instance.ts';
import { type Hooks, pulse, PULSE_LEARNERS } from './hooks.ts';

const NOT_AGAIN = 2;

/**
 * A weakly stable matching with ties on both sides that is at least two thirds of the largest (the guarantee of
 * McDermid 2009, by the proposals of Király 2013, with an offer of capacity q as q equal ones). Learners whose list
 * runs out ask once more from the top, now coming before equals who did not have to; an offer gives a learner away who
 * would be as happy with an offer that still has room. Returns 1 for each wish that is held.
 */
export function largeStable(instance: Instance, hooks: Hooks): Uint8Array {
  return new LargeStable(instance).run(hooks);
}

class LargeStable {
  readonly #instance: Instance;
  readonly #isDeleted: Uint8Array;
  /** Of each learner: how often the list ran out, and the wish held. */
  readonly #round: Uint8Array;
  readonly #holds: Int32Array;
  readonly #holders: number[][];
  readonly #hasTies: boolean;

  constructor(instance: Instance) {
    const { wishOffer, wishLearner, wishTier, standing, places, capacity } = instance;
    this.#instance = instance;
    this.#isDeleted = Uint8Array.from(standing, (s) => (s === Infinity ? NOT_AGAIN : 0));
    this.#round = new Uint8Array(places.length);
    this.#holds = new Int32Array(places.length).fill(-1);
    this.#holders = Array.from(capacity, () => []);
    this.#hasTies = wishOffer.some((_, w) => wishLearner[w] === wishLearner[w + 1] && wishTier[w] === wishTier[w + 1]);
  }

  run(hooks: Hooks): Uint8Array {
    const { places } = this.#instance;
    const active = Array.from(places.keys())
      .filter((learner) => places[learner]! > 0)
      .toReversed();
    for (let step = 0; active.length > 0; step++) {
      const total = places.length;
      if (step % PULSE_LEARNERS === 0) pulse(hooks, { stage: 'placing', done: total - active.length, total });
      const learner = active.pop()!;
      const wish = this.#favourite(learner);
      if (wish >= 0) {
        const leaves = this.#ask(wish);
        if (leaves >= 0) active.push(leaves);
      } else if (this.#round[learner]!++ === 0) {
        this.#restore(learner);
        active.push(learner);
      }
    }
    const held = new Uint8Array(this.#isDeleted.length);
    for (const wish of this.#holds) if (wish >= 0) held[wish] = 1;
    return held;
  }

  /** The best wish left; among equals one whose offer has room. */
  #favourite(learner: number): number {
    const { start, wishTier } = this.#instance;
    let best = -1;
    for (let wish = start[learner]!; wish < start[learner + 1]!; wish++) {
      if (this.#isDeleted[wish] !== 0) continue;
      if (best >= 0 && wishTier[wish] !== wishTier[best]) break;
      if (this.#hasRoom(wish)) return wish;
      if (best < 0) best = wish;
    }
    return best;
  }

  #hasRoom(wish: number): boolean {
    const { wishOffer, capacity } = this.#instance;
    return this.#holders[wishOffer[wish]!]!.length < capacity[wishOffer[wish]!]!;
  }

  /** Asks with a wish; returns the learner who is without a place after it, or -1. */
  #ask(wish: number): number {
    const { wishOffer, wishLearner, capacity } = this.#instance;
    const offer = wishOffer[wish]!;
    const learner = wishLearner[wish]!;
    const holders = this.#holders[offer]!;
    if (holders.length < capacity[offer]!) {
      holders.push(wish);
      this.#holds[learner] = wish;
      return -1;
    }
    let out = this.#hasTies ? holders.findIndex((held) => this.#isUncertain(held)) : -1;
    if (out < 0) {
      out = this.#lowest(holders);
      const isBetter = out >= 0 && this.#isLower(holders[out]!, wish);
      this.#isDeleted[isBetter ? holders[out]! : wish] = 1;
      if (!isBetter) return learner;
    }
    const gone = wishLearner[holders[out]!]!;
    holders[out] = wish;
    this.#holds[gone] = -1;
    this.#holds[learner] = wish;
    return gone;
  }

  /** Whether the holder of a wish has another as good left whose offer has room. */
  #isUncertain(held: number): boolean {
    const { start, wishLearner, wishTier } = this.#instance;
    const learner = wishLearner[held]!;
    for (let wish = start[learner]!; wish < start[learner + 1]!; wish++) {
      if (wish !== held && wishTier[wish] === wishTier[held] && this.#isDeleted[wish] === 0 && this.#hasRoom(wish))
        return true;
    }
    return false;
  }

  #lowest(holders: readonly number[]): number {
    let lowest = holders.length - 1;
    for (let i = 0; i < holders.length; i++) if (this.#isLower(holders[i]!, holders[lowest]!)) lowest = i;
    return lowest;
  }

  #isLower(a: number, b: number): boolean {
    const { standing, wishLearner } = this.#instance;
    if (standing[a] !== standing[b]) return standing[a]! > standing[b]!;
    return this.#round[wishLearner[a]!]! < this.#round[wishLearner[b]!]!;
  }

  #restore(learner: number): void {
    const { start } = this.#instance;
    for (let wish = start[learner]!; wish < start[learner + 1]!; wish++) {
      if (this.#isDeleted[wish] !== NOT_AGAIN) this.#isDeleted[wish] = 0;
    }
  }
}
