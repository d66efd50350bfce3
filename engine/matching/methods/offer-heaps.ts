import type { Instance } from '../instance/instance.ts';

/**
 * For each offer, a heap of the wishes that it holds with the worst on top, all in two flat arrays.
 * A heap is put in order only once the offer is full: before that nobody is compared.
 */
export class OfferHeaps {
  /** Standing of the worst holder of a full offer, Infinity while there is room, -Infinity without any place. */
  readonly cut: Float64Array;
  readonly #base: Int32Array;
  readonly #size: Int32Array;
  readonly #room: Int32Array;
  readonly #key: Float64Array;
  readonly #wish: Int32Array;
  readonly #instance: Instance;

  constructor(instance: Instance) {
    const { wishOffer, capacity } = instance;
    const offers = capacity.length;
    const room = new Int32Array(offers);
    for (let w = 0; w < wishOffer.length; w++) room[wishOffer[w]!]!++;
    this.#base = new Int32Array(offers + 1);
    for (let o = 0; o < offers; o++) {
      room[o] = Math.min(room[o]!, capacity[o]!);
      this.#base[o + 1] = this.#base[o]! + room[o]!;
    }
    this.cut = Float64Array.from(room, (places) => (places > 0 ? Infinity : -Infinity));
    this.#room = room;
    this.#size = new Int32Array(offers);
    this.#key = new Float64Array(this.#base[offers]!);
    this.#wish = new Int32Array(this.#base[offers]!);
    this.#instance = instance;
  }

  /** Offers a wish to its offer: returns -1 when there was room, or the wish that goes (perhaps the same). */
  offer(offer: number, wish: number): number {
    const key = this.#instance.standing[wish]!;
    const base = this.#base[offer]!;
    const room = this.#room[offer]!;
    const size = this.#size[offer]!;
    if (size < room) {
      this.#key[base + size] = key;
      this.#wish[base + size] = wish;
      this.#size[offer] = size + 1;
      if (size + 1 === room) {
        for (let i = (room >> 1) - 1; i >= 0; i--)
          this.#sink(base, room, i, this.#key[base + i]!, this.#wish[base + i]!);
        this.cut[offer] = this.#key[base]!;
      }
      return -1;
    }
    const worst = this.#wish[base]!;
    if (this.#isWorse(key, wish, this.#key[base]!, worst)) return wish;
    this.#sink(base, room, 0, key, wish);
    this.cut[offer] = this.#key[base]!;
    return worst;
  }

  /** 1 for each wish that is held. */
  held(): Uint8Array {
    const held = new Uint8Array(this.#instance.wishOffer.length);
    for (let o = 0; o < this.#size.length; o++) {
      for (let i = 0; i < this.#size[o]!; i++) held[this.#wish[this.#base[o]! + i]!] = 1;
    }
    return held;
  }

  #isWorse(key: number, wish: number, otherKey: number, other: number): boolean {
    if (key !== otherKey) return key > otherKey;
    const { draws, drawOf } = this.#instance;
    return draws[drawOf[wish]!]! > draws[drawOf[other]!]!;
  }

  #sink(base: number, size: number, from: number, key: number, wish: number): void {
    const keys = this.#key;
    const wishes = this.#wish;
    let hole = from;
    for (let child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
      if (
        child + 1 < size &&
        this.#isWorse(keys[base + child + 1]!, wishes[base + child + 1]!, keys[base + child]!, wishes[base + child]!)
      )
        child++;
      if (!this.#isWorse(keys[base + child]!, wishes[base + child]!, key, wish)) break;
      keys[base + hole] = keys[base + child]!;
      wishes[base + hole] = wishes[base + child]!;
      hole = child;
    }
    keys[base + hole] = key;
    wishes[base + hole] = wish;
  }
}
