import { fromHex } from '../hash/bytes.ts';
import type { Instance } from '../instance/instance.ts';
import { propose } from './propose.ts';

/** The share of turns that help somebody without a place, or an offer with room; the others change any tie. */
const AIMED = 0.3;
/** How often a turn is kept although it places fewer: a walk that only climbs ends on the first hill. */
const DOWNHILL = 0.03;

/**
 * A walk from one breaking of an instance's ties to the next, one tie at a time, each followed by deferred acceptance,
 * so that every turn is weakly stable (local search for large stable matchings, as in Gelain, Pini, Rossi, Venable and
 * Walsh 2013, here over the ties). For learners with at most one place.
 */
export class TieWalk {
  /** How many are placed after the last turn. */
  size: number;
  /** The instance with its ties broken; `#original[w]` is where the wish at `w` stands in the instance. */
  readonly #broken: Instance;
  readonly #original: Int32Array;
  readonly #random: () => number;
  #held: Uint8Array;
  #firstDraw = 2 ** 31;

  /** Begins where the ties are broken in favour of what is `held`. */
  constructor(instance: Instance, seed: string, held: Uint8Array) {
    this.#random = xorshift(new DataView(fromHex(seed).buffer).getUint32(0));
    this.#original = Int32Array.from(held.keys());
    this.#broken = {
      ...instance,
      wishOffer: instance.wishOffer.slice(),
      standing: instance.standing.slice(),
      draws: Uint32Array.from(held, (isHeld) => this.#firstDraw + (isHeld === 1 ? 0 : 1 + this.#below(held.length))),
      drawOf: this.#original.slice(),
    };
    held.forEach((isHeld, wish) => {
      if (isHeld === 1) this.#exchange(wish, this.#tie(wish)[0]!);
    });
    this.#held = propose(this.#broken, {});
    this.size = sizeOf(this.#held);
  }

  turn(): void {
    const undo = (this.#random() < AIMED ? this.#aimed() : undefined) ?? this.#any();
    const held = propose(this.#broken, {});
    const size = sizeOf(held);
    if (size < this.size && this.#random() >= DOWNHILL) return undo();
    this.#held = held;
    this.size = size;
  }

  /** 1 for each wish of the instance that is held after the last turn. */
  held(): Uint8Array {
    const held = new Uint8Array(this.#held.length);
    this.#held.forEach((isHeld, wish) => (held[this.#original[wish]!] = isHeld));
    return held;
  }

  /** Changes a tie that keeps a learner without a place or an offer with room; undefined when there is none. */
  #aimed(): (() => void) | undefined {
    const { wishOffer, wishLearner, standing, places, capacity } = this.#broken;
    const holds = new Int32Array(places.length).fill(-1);
    const lowest = new Float64Array(capacity.length).fill(-Infinity);
    const left = capacity.slice();
    for (let wish = 0; wish < this.#held.length; wish++) {
      if (this.#held[wish] === 0) continue;
      const offer = wishOffer[wish]!;
      holds[wishLearner[wish]!] = wish;
      lowest[offer] = Math.max(lowest[offer]!, standing[wish]!);
      left[offer]!--;
    }
    const helpful: number[] = [];
    for (let wish = 0; wish < this.#held.length; wish++) {
      if (this.#held[wish] === 1 || standing[wish] === Infinity) continue;
      const held = holds[wishLearner[wish]!]!;
      const helps = held < 0 ? standing[wish] === lowest[wishOffer[wish]!] : this.#isTied(wish, held);
      if (helps && (held < 0 || left[wishOffer[wish]!]! > 0)) helpful.push(wish);
    }
    if (helpful.length === 0) return undefined;
    const wish = helpful[this.#below(helpful.length)]!;
    const held = holds[wishLearner[wish]!]!;
    return held < 0 ? this.#prefer(wish) : this.#exchange(wish, held);
  }

  #any(): () => void {
    const wish = this.#below(this.#held.length);
    const tie = this.#tie(wish);
    return tie.length > 1 && this.#random() < 0.5
      ? this.#exchange(wish, tie[this.#below(tie.length)]!)
      : this.#prefer(wish);
  }

  /** The offer of a wish puts its learner before all equals. Returns how to take that back. */
  #prefer(wish: number): () => void {
    const { draws } = this.#broken;
    const before = draws[wish]!;
    draws[wish] = --this.#firstDraw;
    return () => void (draws[wish] = before);
  }

  /** Two tied wishes of a learner change places in the list. Returns how to take that back. */
  #exchange(a: number, b: number): () => void {
    for (const each of [this.#broken.wishOffer, this.#broken.standing, this.#broken.draws, this.#original])
      [each[a], each[b]] = [each[b]!, each[a]!];
    return () => void this.#exchange(a, b);
  }

  /** The wishes that a learner likes as much as `wish`, with it. */
  #tie(wish: number): number[] {
    const { start, wishLearner } = this.#broken;
    const tie: number[] = [];
    for (let other = start[wishLearner[wish]!]!; other < start[wishLearner[wish]! + 1]!; other++)
      if (this.#isTied(other, wish)) tie.push(other);
    return tie;
  }

  #isTied(a: number, b: number): boolean {
    return this.#broken.wishTier[a] === this.#broken.wishTier[b];
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }
}

export const sizeOf = (held: Uint8Array): number => held.reduce((total, each) => total + each, 0);

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
