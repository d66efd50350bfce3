import { type Instance, precedes } from '../instance/instance.ts';

/** Why an offer would not take a wish, given who holds its places. */
export type Refusal = 'outranked' | 'reserved' | 'ceiling' | 'cap' | 'no_places';

/** The places of all offers as an outcome fills them. */
export interface Seats {
  /** Why the offer of `wish` would not take it, or undefined when it would. */
  refusal(wish: number): Refusal | undefined;
  /** The held wish that each offer ranks lowest, or -1. */
  readonly lowest: Int32Array;
  readonly taken: Int32Array;
}

/** Seats of offers that have a capacity and nothing else. */
export function plainSeats(instance: Instance, held: Uint8Array): Seats {
  const { lowest, taken } = lowestHeld(instance, held);
  const { wishOffer, capacity } = instance;
  return {
    lowest,
    taken,
    refusal: (wish) => {
      const offer = wishOffer[wish]!;
      if (taken[offer]! < capacity[offer]!) return undefined;
      if (capacity[offer]! <= 0) return 'no_places';
      return precedes(instance, wish, lowest[offer]!) ? undefined : 'outranked';
    },
  };
}

/** For each offer, how many places are taken and the wish that it ranks lowest among them, -1 when none. */
export function lowestHeld(instance: Instance, held: Uint8Array): { lowest: Int32Array; taken: Int32Array } {
  const lowest = new Int32Array(instance.capacity.length).fill(-1);
  const taken = new Int32Array(instance.capacity.length);
  for (let wish = 0; wish < held.length; wish++) {
    if (held[wish] === 0) continue;
    const offer = instance.wishOffer[wish]!;
    taken[offer]!++;
    if (lowest[offer]! < 0 || precedes(instance, lowest[offer]!, wish)) lowest[offer] = wish;
  }
  return { lowest, taken };
}
