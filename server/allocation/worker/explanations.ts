import type { WishExplanation, WishReason } from '@collegium/contract/allocation.ts';
import { wishReasons } from '@collegium/contract/allocation.ts';
import type { Reason, WishExplanation as EngineExplanation } from '@collegium/matching';

/** The engine's reasons of one learner as they are stored: reason and numbers, without what names anybody. */
export function explanationsOf(
  wishes: readonly EngineExplanation[],
  withdrawn: ReadonlySet<string>,
): WishExplanation[] {
  const rankOf = new Map(wishes.map(({ offer, rank }) => [offer, rank]));
  return wishes.map(({ offer, rank, reason }) => ({
    offerId: offer,
    rank,
    reason: withdrawn.has(offer) && reason.code === 'no_places' ? 'offer_withdrawn' : reasonOf(reason),
    numbers: numbersOf(reason, rankOf),
  }));
}

function reasonOf({ code }: Reason): WishReason {
  const known = wishReasons.find((reason) => reason === code);
  if (known === undefined) throw new Error(`A round gives no place for the reason “${code}”.`);
  return known;
}

const numberNames = ['position', 'applicants', 'places', 'lastPosition', 'score', 'lastScore'] as const;

function numbersOf(reason: Reason, rankOf: ReadonlyMap<string, number>): Record<string, number> {
  if (reason.code === 'holds_better') {
    const ranks = reason.held.flatMap((offer) => rankOf.get(offer) ?? []);
    return { held: Math.min(...ranks) };
  }
  if (!('position' in reason)) return {};
  return Object.fromEntries(
    numberNames.flatMap((name) => {
      const value = reason[name];
      return value === null ? [] : [[name, value]];
    }),
  );
}
