import type { Rules } from './rules.ts';

/**
 * A problem in typed arrays, as the methods need it. Learners and offers are indices; a *wish* is one entry in one
 * learner's list, and the wishes of learner `i` are `start[i]` up to `start[i + 1]`, best first, ties broken.
 */
export interface Instance {
  readonly learnerIds: readonly string[];
  readonly offerIds: readonly string[];
  /** Length learners + 1. */
  readonly start: Int32Array;
  /** Offer, learner and tier of each wish; the tier counts from 0 and tied wishes share it. */
  readonly wishOffer: Int32Array;
  readonly wishLearner: Int32Array;
  readonly wishTier: Int32Array;
  /** How the offer ranks the learner of each wish: lower is better, equal is a tie, Infinity is unacceptable. */
  readonly standing: Float64Array;
  /** Lottery positions, lower first; wish `w` draws `draws[drawOf[w]]`. */
  readonly draws: Uint32Array;
  readonly drawOf: Int32Array;
  /** How many places each learner may get and each offer may give in this run, less those placed by hand. */
  readonly places: Int32Array;
  readonly capacity: Int32Array;
  /** Reserves, ceilings and caps; undefined when there are none. */
  readonly rules: Rules | undefined;
  /** Learners who stay together, and for each offer those that it clashes with; undefined when there are none. */
  readonly together: readonly (readonly number[])[] | undefined;
  readonly clashes: readonly ReadonlySet<number>[] | undefined;
}

/** Whether the offer of wishes `a` and `b` prefers `a`. */
export function precedes(instance: Instance, a: number, b: number): boolean {
  const { standing, draws, drawOf } = instance;
  const difference = standing[a]! - standing[b]!;
  if (difference !== 0) return difference < 0;
  return draws[drawOf[a]!]! < draws[drawOf[b]!]!;
}

/** The wishes of each offer: those of offer `o` are `wish[start[o]]` up to `wish[start[o + 1]]`. */
export interface WishesByOffer {
  readonly start: Int32Array;
  readonly wish: Int32Array;
}

/** Sorts wishes by offer, keeping the order of learners. */
export function wishesByOffer(wishOffer: Int32Array, offers: number): WishesByOffer {
  const start = new Int32Array(offers + 1);
  for (let w = 0; w < wishOffer.length; w++) start[wishOffer[w]! + 1]!++;
  for (let o = 0; o < offers; o++) start[o + 1]! += start[o]!;
  const next = start.slice(0, offers);
  const wish = new Int32Array(wishOffer.length);
  for (let w = 0; w < wishOffer.length; w++) wish[next[wishOffer[w]!]!++] = w;
  return { start, wish };
}
