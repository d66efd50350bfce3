import { type Instance, precedes } from '../instance/instance.ts';
import type { Rules } from '../instance/rules.ts';
import { sharesOf } from './cap-shares.ts';

/**
 * Whom an offer chooses out of `wishes` when it may take `limit`: for each reserve in its order the best of the group,
 * then the best of all, nobody above any ceiling of any of their groups. The rule as it is stated, at its own pace.
 */
export function chooseAt(
  instance: Instance,
  rules: Rules | undefined,
  offer: number,
  wishes: readonly number[],
  limit: number,
): number[] {
  const groupsOf = (wish: number): readonly number[] => rules?.groupsOf[instance.wishLearner[wish]!] ?? [];
  const left = new Map(rules?.ceilings[offer]!.map(({ group, places }) => [group, places]));
  const waiting = new Set(wishes.toSorted((a, b) => (precedes(instance, a, b) ? -1 : 1)));
  const chosen: number[] = [];
  const take = (most: number, isWanted: (wish: number) => boolean): void => {
    let taken = 0;
    for (const wish of waiting) {
      if (taken >= most || chosen.length >= limit) return;
      if (!isWanted(wish) || groupsOf(wish).some((group) => left.get(group)! <= 0)) continue;
      for (const group of groupsOf(wish)) if (left.has(group)) left.set(group, left.get(group)! - 1);
      waiting.delete(wish);
      chosen.push(wish);
      taken++;
    }
  };
  for (const { group, places } of rules?.reserves[offer] ?? []) take(places, (wish) => groupsOf(wish).includes(group));
  take(limit, () => true);
  return chosen;
}

/**
 * Whom the offers of one capped organisation choose: each its share of the cap at first, then one place more at a time
 * in the order of the file while the cap lasts and the offer wants one. `wishesOf`: offer to those who ask.
 */
export function chooseWithinCap(
  instance: Instance,
  rules: Rules,
  organisation: number,
  wishesOf: ReadonlyMap<number, readonly number[]>,
): number[] {
  const shares = sharesOf(instance.capacity, rules.organisation, rules.cap);
  const offers = [...wishesOf.keys()].sort((a, b) => a - b);
  const wanted = offers.map(
    (offer) => chooseAt(instance, rules, offer, wishesOf.get(offer)!, instance.capacity[offer]!).length,
  );
  const limits = offers.map((offer, i) => Math.max(0, Math.min(wanted[i]!, shares[offer]!)));
  let left = rules.cap[organisation]! - limits.reduce((sum, limit) => sum + limit, 0);
  for (let hasMoved = true; hasMoved && left > 0;) {
    hasMoved = false;
    for (let i = 0; i < offers.length && left > 0; i++) {
      if (limits[i]! >= wanted[i]!) continue;
      limits[i]!++;
      left--;
      hasMoved = true;
    }
  }
  return offers.flatMap((offer, i) => chooseAt(instance, rules, offer, wishesOf.get(offer)!, limits[i]!));
}
