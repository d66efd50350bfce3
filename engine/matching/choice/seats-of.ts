import { type Instance, precedes } from '../instance/instance.ts';
import type { GroupLimit } from '../instance/rules.ts';
import { lowestHeld, plainSeats, type Seats } from '../outcome/seats.ts';
import { chooseAt, chooseWithinCap } from './choose.ts';
import { overlappingOffers } from './overlap.ts';
import { RuledSeats } from './ruled-seats.ts';

/** The seats of all offers as `held` fills them, by the rules that the instance has. */
export function seatsOf(instance: Instance, held: Uint8Array): Seats {
  const { rules } = instance;
  if (!rules) return plainSeats(instance, held);
  if (overlappingOffers(instance, rules).length > 0) return choosingSeats(instance, held);
  const seats = new RuledSeats(instance, rules).fill(held);
  return { ...lowestHeld(instance, held), refusal: (wish) => seats.refusal(wish) };
}

/** Seats whose every question is answered by choosing anew, for offers where the order of coming may matter. */
function choosingSeats(instance: Instance, held: Uint8Array): Seats {
  const { wishOffer, wishLearner, capacity } = instance;
  const rules = instance.rules!;
  const holders = Array.from(capacity, (): number[] => []);
  held.forEach((isHeld, wish) => {
    if (isHeld === 1) holders[wishOffer[wish]!]!.push(wish);
  });
  const { lowest, taken } = lowestHeld(instance, held);
  return {
    lowest,
    taken,
    refusal: (wish) => {
      const offer = wishOffer[wish]!;
      const asking = [...holders[offer]!, wish];
      if (capacity[offer]! <= 0) return 'no_places';
      if (!chooseAt(instance, rules, offer, asking, capacity[offer]!).includes(wish)) {
        const groups = rules.groupsOf[wishLearner[wish]!]!;
        const membersOf = (group: number): number =>
          holders[offer]!.filter((holder) => rules.groupsOf[wishLearner[holder]!]!.includes(group)).length;
        const isFull = ({ group, places }: GroupLimit): boolean => groups.includes(group) && membersOf(group) >= places;
        if (taken[offer]! < capacity[offer]! || rules.ceilings[offer]!.some(isFull)) return 'ceiling';
        return precedes(instance, wish, lowest[offer]!) ? 'reserved' : 'outranked';
      }
      const organisation = rules.organisation[offer]!;
      if (organisation < 0) return undefined;
      const peers = Array.from(capacity.keys()).filter((o) => rules.organisation[o] === organisation);
      const askers = new Map(peers.map((o) => [o, o === offer ? asking : holders[o]!]));
      return chooseWithinCap(instance, rules, organisation, askers).includes(wish) ? undefined : 'cap';
    },
  };
}
