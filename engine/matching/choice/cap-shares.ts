import type { Instance } from '../instance/instance.ts';
import type { Rules } from '../instance/rules.ts';

/**
 * How the offers of a capped organisation share its cap (Kamada and Kojima 2015, flexible deferred acceptance): each
 * is sure of the cap in proportion to its capacity, rounded down; what is left goes round among those whom more
 * learners ask, one place at a time, in the order of the file. So the one to give a place back is the one that has
 * most beyond its share, the later in the file when several do.
 */
export class CapShares {
  readonly share: Int32Array;
  readonly total: Int32Array;
  readonly #organisation: Int32Array;
  readonly #cap: Int32Array;
  /** A tournament tree over the offers of each organisation, so that the greatest excess is at hand. */
  readonly #members: readonly number[][];
  readonly #seat: Int32Array;
  readonly #tree: readonly Int32Array[];
  readonly #excess: Int32Array;

  constructor({ capacity }: Instance, { organisation, cap }: Rules) {
    this.#organisation = organisation;
    this.#cap = cap;
    this.total = new Int32Array(cap.length);
    this.#members = Array.from(cap, () => []);
    this.#seat = new Int32Array(capacity.length);
    organisation.forEach((o, offer) => {
      if (o >= 0) this.#seat[offer] = this.#members[o]!.push(offer) - 1;
    });
    this.share = sharesOf(capacity, organisation, cap);
    this.#excess = this.share.map((share) => -share);
    this.#tree = this.#members.map((members) => new Int32Array(2 * members.length).fill(-1));
    organisation.forEach((o, offer) => {
      if (o >= 0) this.#update(offer);
    });
  }

  /** Tells that an offer holds `change` more. */
  add(offer: number, change: number): void {
    const organisation = this.#organisation[offer]!;
    if (organisation < 0) return;
    this.total[organisation]! += change;
    this.#excess[offer]! += change;
    this.#update(offer);
  }

  /** The offer that has to give a place back as the organisation of `offer` is over its cap, or -1. */
  giver(offer: number): number {
    const organisation = this.#organisation[offer]!;
    if (organisation < 0 || this.total[organisation]! <= this.#cap[organisation]!) return -1;
    return this.#tree[organisation]![1] ?? -1;
  }

  #update(offer: number): void {
    const organisation = this.#organisation[offer]!;
    const tree = this.#tree[organisation]!;
    const size = this.#members[organisation]!.length;
    let node = size + this.#seat[offer]!;
    tree[node] = offer;
    // With one member the leaf is the root.
    for (node >>= 1; node >= 1; node >>= 1) tree[node] = this.#greater(tree[2 * node]!, tree[2 * node + 1]!);
  }

  #greater(a: number, b: number): number {
    if (a < 0 || b < 0) return Math.max(a, b);
    const difference = this.#excess[a]! - this.#excess[b]!;
    return difference > 0 || (difference === 0 && a > b) ? a : b;
  }
}

/** The share of each offer in its organisation's cap; its capacity where there is no cap or the cap has room for all. */
export function sharesOf(capacity: Int32Array, organisation: Int32Array, cap: Int32Array): Int32Array {
  const sum = new Float64Array(cap.length);
  organisation.forEach((o, offer) => {
    if (o >= 0) sum[o]! += capacity[offer]!;
  });
  return capacity.map((places, offer) => {
    const o = organisation[offer]!;
    return o < 0 || sum[o]! <= cap[o]! ? places : Math.floor((cap[o]! * places) / sum[o]!);
  });
}
