import type { Instance } from '../instance/instance.ts';

/** Many binary heaps of wishes in two flat arrays, each with the wish on top that its offer ranks lowest. */
export class WorstHeaps {
  readonly size: Int32Array;
  readonly #base: Int32Array;
  readonly #key: Float64Array;
  readonly #wish: Int32Array;
  readonly #standing: Float64Array;
  readonly #draws: Uint32Array;
  readonly #drawOf: Int32Array;

  /** `room[h]` is the most that heap `h` ever holds. */
  constructor({ standing, draws, drawOf }: Instance, room: Int32Array) {
    this.#base = new Int32Array(room.length + 1);
    for (let h = 0; h < room.length; h++) this.#base[h + 1] = this.#base[h]! + room[h]!;
    this.size = new Int32Array(room.length);
    this.#key = new Float64Array(this.#base[room.length]!);
    this.#wish = new Int32Array(this.#base[room.length]!);
    this.#standing = standing;
    this.#draws = draws;
    this.#drawOf = drawOf;
  }

  /** The lowest ranked wish of heap `h`, -1 when it is empty; and its standing. */
  top(h: number): number {
    return this.size[h]! > 0 ? this.#wish[this.#base[h]!]! : -1;
  }
  topStanding(h: number): number {
    return this.#key[this.#base[h]!]!;
  }

  /** Whether the top of heap `h` ranks below that of `other`; both hold some. */
  isTopWorse(h: number, other: number): boolean {
    const a = this.#base[h]!;
    const b = this.#base[other]!;
    return this.isWorse(this.#key[a]!, this.#wish[a]!, this.#key[b]!, this.#wish[b]!);
  }

  push(h: number, wish: number): void {
    const base = this.#base[h]!;
    const key = this.#standing[wish]!;
    let hole = this.size[h]!++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (!this.isWorse(key, wish, this.#key[base + parent]!, this.#wish[base + parent]!)) break;
      this.#key[base + hole] = this.#key[base + parent]!;
      this.#wish[base + hole] = this.#wish[base + parent]!;
      hole = parent;
    }
    this.#key[base + hole] = key;
    this.#wish[base + hole] = wish;
  }

  /** Takes the lowest ranked wish out of heap `h`, which is not empty. */
  pop(h: number): number {
    const base = this.#base[h]!;
    const top = this.#wish[base]!;
    const last = base + --this.size[h]!;
    this.#sink(h, this.#key[last]!, this.#wish[last]!);
    return top;
  }

  /** Puts `wish` in for the lowest ranked of heap `h` and returns who goes: `wish` itself when it is the lowest. */
  exchange(h: number, wish: number): number {
    const base = this.#base[h]!;
    const key = this.#standing[wish]!;
    const worst = this.#wish[base]!;
    if (this.isWorse(key, wish, this.#key[base]!, worst)) return wish;
    this.#sink(h, key, wish);
    return worst;
  }

  /** The wishes of heap `h`, in no order; valid until the heap changes. */
  wishes(h: number): Int32Array {
    return this.#wish.subarray(this.#base[h], this.#base[h]! + this.size[h]!);
  }

  /** Whether a wish with standing `key` ranks below another. */
  isWorse(key: number, wish: number, otherKey: number, other: number): boolean {
    if (key !== otherKey) return key > otherKey;
    return this.#draws[this.#drawOf[wish]!]! > this.#draws[this.#drawOf[other]!]!;
  }

  #sink(h: number, key: number, wish: number): void {
    const keys = this.#key;
    const wishes = this.#wish;
    const base = this.#base[h]!;
    const size = this.size[h]!;
    let hole = 0;
    for (let child = 1; child < size; child = 2 * hole + 1) {
      const left = base + child;
      if (child + 1 < size && this.isWorse(keys[left + 1]!, wishes[left + 1]!, keys[left]!, wishes[left]!)) child++;
      if (!this.isWorse(keys[base + child]!, wishes[base + child]!, key, wish)) break;
      keys[base + hole] = keys[base + child]!;
      wishes[base + hole] = wishes[base + child]!;
      hole = child;
    }
    keys[base + hole] = key;
    wishes[base + hole] = wish;
  }
}

/** The most places that each offer can fill: its capacity, or its applicants when they are fewer. */
export function fillable({ wishOffer, capacity }: Instance): Int32Array {
  const applicants = new Int32Array(capacity.length);
  for (let wish = 0; wish < wishOffer.length; wish++) applicants[wishOffer[wish]!]!++;
  return applicants.map((count, offer) => Math.max(0, Math.min(count, capacity[offer]!)));
}
