import { type Instance, wishesByOffer } from '../instance/instance.ts';

/** Positions of wishes in the order of their offer's acceptable applicants. */
export interface Positions {
  /** From 1; 0 for a wish that the offer does not accept. */
  readonly of: Int32Array;
  /** Acceptable applicants of each offer. */
  readonly applicants: Int32Array;
}

/** Ranks all acceptable applicants of every offer: by standing, then by lottery. */
export function rankApplicants({ standing, wishOffer, capacity, draws, drawOf }: Instance): Positions {
  const byOffer = wishesByOffer(wishOffer, capacity.length);
  const of = new Int32Array(wishOffer.length);
  const applicants = new Int32Array(capacity.length);
  for (let offer = 0; offer < capacity.length; offer++) {
    const wishes = byOffer.wish.subarray(byOffer.start[offer], byOffer.start[offer + 1]);
    wishes.sort((a, b) => {
      // The unacceptable stand at Infinity, which minus itself is no number.
      if (standing[a] !== standing[b]) return standing[a]! - standing[b]!;
      return draws[drawOf[a]!]! - draws[drawOf[b]!]!;
    });
    let position = 0;
    for (const wish of wishes) if (standing[wish] !== Infinity) of[wish] = ++position;
    applicants[offer] = position;
  }
  return { of, applicants };
}
