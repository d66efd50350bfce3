import { fromHex } from '../hash/bytes.ts';
import type { Instance } from '../instance/instance.ts';
import { propose } from './propose.ts';

/**
 * Breaks the ties of an instance again and again: a learner who was left without a place, and an offer that was left
 * with room, gain in the ties of the next round (squeaky wheel optimisation, Joslin and Clements 1999). Every round is
 * deferred acceptance under some breaking of the ties, and so weakly stable.
 */
export class SqueakyWheel {
  readonly #instance: Instance;
  readonly #learnerNeed: Float64Array;
  readonly #offerNeed: Float64Array;
  readonly #random: () => number;

  constructor(instance: Instance, seed: string) {
    this.#instance = instance;
    this.#learnerNeed = new Float64Array(instance.places.length);
    this.#offerNeed = new Float64Array(instance.capacity.length);
    this.#random = xorshift(new DataView(fromHex(seed).buffer).getUint32(0));
  }

  /** One round after what the last one held. */
  turn(last: Uint8Array): Uint8Array {
    this.#learn(last);
    const { start, wishOffer, wishLearner, wishTier, standing, places } = this.#instance;
    const learnerOrder = this.#orderBy(this.#learnerNeed);
    const offerOrder = this.#orderBy(this.#offerNeed);
    // Wishes of a tie change places; `original[w]` is where the wish at `w` stands in the instance.
    const original = Int32Array.from(wishOffer.keys());
    for (let learner = 0; learner < places.length; learner++) {
      original
        .subarray(start[learner], start[learner + 1])
        .sort((a, b) => wishTier[a]! - wishTier[b]! || offerOrder[wishOffer[a]!]! - offerOrder[wishOffer[b]!]!);
    }
    const broken = {
      ...this.#instance,
      wishOffer: original.map((wish) => wishOffer[wish]!),
      wishTier: original.map((wish) => wishTier[wish]!),
      standing: Float64Array.from(original, (wish) => standing[wish]!),
      draws: learnerOrder,
      drawOf: wishLearner,
    };
    const held = new Uint8Array(last.length);
    propose(broken, {}).forEach((isHeld, w) => {
      if (isHeld === 1) held[original[w]!] = 1;
    });
    return held;
  }

  #learn(held: Uint8Array): void {
    const { start, wishOffer, places, capacity } = this.#instance;
    const left = capacity.slice();
    for (let learner = 0; learner < places.length; learner++) {
      let missing = places[learner]!;
      for (let wish = start[learner]!; wish < start[learner + 1]!; wish++) {
        if (held[wish] !== 1) continue;
        missing--;
        left[wishOffer[wish]!]!--;
      }
      if (missing > 0) this.#learnerNeed[learner]! += 1;
    }
    left.forEach((places, offer) => {
      if (places > 0) this.#offerNeed[offer]! += 1;
    });
  }

  /** Positions by falling need, with enough chance that no two rounds are the same. */
  #orderBy(need: Float64Array): Uint32Array {
    const most = need.reduce((a, b) => Math.max(a, b), 1);
    const key = need.map((each) => each / most + this.#random());
    const order = Uint32Array.from(need.keys()).sort((a, b) => key[b]! - key[a]!);
    const position = new Uint32Array(need.length);
    order.forEach((index, i) => {
      position[index] = i;
    });
    return position;
  }
}

/** Numbers from 0 to 1 (Marsaglia 2003), good enough to vary a search and the same on every machine. */
function xorshift(from: number): () => number {
  let state = from === 0 ? 1 : from;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
