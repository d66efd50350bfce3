import type { Instance } from '../instance/instance.ts';
import type { Problem } from '../problem.ts';

/** What was placed once offers below their minimum were closed. */
export interface Kept {
  readonly held: Uint8Array;
  /** The capacity of each offer that runs; 0 for the others. */
  readonly capacity: Int32Array;
  readonly notRunning: ReadonlySet<number>;
}

const MOST_REOPENED = 50;
const SHARE_CLOSED_AT_ONCE = 0.05;

/**
 * Runs a method so that every offer runs with at least its minimum or not at all: as long as some offer that was given
 * learners lacks some, the one that lacks most of its minimum is closed (of equals the later in the file) and the method
 * runs again; in the end each closed offer is tried once more. An offer with a placement by hand stays open.
 */
export function keepMinimums(problem: Problem, instance: Instance, run: (instance: Instance) => Uint8Array): Kept {
  const minimum = problem.offers.map((offer) => offer.minimum ?? 0);
  const index = new Map(instance.offerIds.map((id, offer) => [id, offer]));
  const byHand = new Int32Array(minimum.length);
  for (const [, offer] of problem.fixed ?? []) byHand[index.get(offer)!]!++;
  const counts = (held: Uint8Array): Int32Array => {
    const count = byHand.slice();
    instance.wishOffer.forEach((offer, wish) => (count[offer]! += held[wish]!));
    return count;
  };
  const isOpenAnyway = (count: Int32Array, offer: number): boolean => !count[offer] || Boolean(byHand[offer]);
  const lack = (count: Int32Array, offer: number): number =>
    isOpenAnyway(count, offer) ? 0 : Math.max(0, minimum[offer]! - count[offer]!) / minimum[offer]!;
  const lacking = (held: Uint8Array): number[] => {
    const count = counts(held);
    const short = minimum.flatMap((least, offer) => (least > 0 && lack(count, offer) > 0 ? [offer] : []));
    return short.sort((a, b) => lack(count, b) - lack(count, a) || b - a);
  };
  const without = (closed: ReadonlySet<number>): Instance =>
    closed.size === 0 ? instance : { ...instance, capacity: instance.capacity.map((c, o) => (closed.has(o) ? 0 : c)) };

  let closed = new Set<number>();
  let held = run(instance);
  for (let short = lacking(held); short.length > 0; short = lacking(held)) {
    for (const offer of short.slice(0, Math.ceil(short.length * SHARE_CLOSED_AT_ONCE))) closed.add(offer);
    held = run(without(closed));
  }
  for (const offer of [...closed].sort((a, b) => a - b).slice(0, MOST_REOPENED)) {
    const fewer = new Set([...closed].filter((other) => other !== offer));
    const again = run(without(fewer));
    if (lacking(again).length === 0) [closed, held] = [fewer, again];
  }
  const count = counts(held);
  minimum.forEach((least, offer) => {
    if (least > 0 && count[offer] === 0) closed.add(offer);
  });
  return { held, capacity: without(closed).capacity, notRunning: closed };
}
