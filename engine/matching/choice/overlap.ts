import type { Instance } from '../instance/instance.ts';
import type { Rules } from '../instance/rules.ts';

/**
 * Offers with ceilings of which some applicant falls under two ceilings, or under a ceiling and another group's
 * reserve. Such an offer may take back whom it turned away, so that a stable allocation need not exist.
 */
export function overlappingOffers({ wishOffer, wishLearner, standing }: Instance, rules: Rules): number[] {
  const overlapping = new Set<number>();
  for (let wish = 0; wish < wishOffer.length; wish++) {
    const offer = wishOffer[wish]!;
    const ceilings = rules.ceilings[offer]!;
    if (ceilings.length === 0 || standing[wish] === Infinity) continue;
    const groups = rules.groupsOf[wishLearner[wish]!]!;
    const under = ceilings.filter(({ group }) => groups.includes(group));
    const counted = rules.reserves[offer]!.filter(({ group }) => groups.includes(group));
    if (under.length > 1 || (under.length === 1 && counted.some(({ group }) => group !== under[0]!.group)))
      overlapping.add(offer);
  }
  return [...overlapping].sort((a, b) => a - b);
}
