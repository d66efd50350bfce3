import { type Instance, precedes, wishesByOffer } from '../instance/instance.ts';

/**
 * Immediate acceptance, the "Boston" method (Abdulkadiroğlu and Sönmez 2003), offered for comparison: it is deferred
 * acceptance in which every offer ranks first those who put it higher on their list. It rewards learners who misstate
 * their wishes.
 */
export function asImmediateAcceptance(instance: Instance): Instance {
  const { wishOffer, wishTier, capacity } = instance;
  const byOffer = wishesByOffer(wishOffer, capacity.length);
  const standing = new Float64Array(instance.standing.length).fill(Infinity);
  for (let offer = 0; offer < capacity.length; offer++) {
    const wishes = byOffer.wish
      .subarray(byOffer.start[offer], byOffer.start[offer + 1])
      .filter((wish) => instance.standing[wish] !== Infinity)
      .sort((a, b) => wishTier[a]! - wishTier[b]! || (precedes(instance, a, b) ? -1 : 1));
    wishes.forEach((wish, position) => {
      standing[wish] = position;
    });
  }
  return { ...instance, standing };
}
