import { offerKinds, type OfferKind } from '@collegium/contract/offer-kinds';
import type { OfferState } from '@collegium/contract/states/offer';
import { readCatalogueSearch } from '../catalogue/search.ts';

/** The states of an offer, in the order of its life. */
export const offerStates = ['draft', 'published', 'withdrawn'] as const satisfies readonly OfferState[];

/** What the address of “Our offers” holds. */
export interface OwnSearch {
  words?: string | undefined;
  kind?: OfferKind[] | undefined;
  state?: OfferState[] | undefined;
}

/** Reads the address; what is none of its values is left out. */
export function readOwnSearch(given: Record<string, unknown>): OwnSearch {
  const { words, kind } = readCatalogueSearch(given);
  const chosen: unknown[] = Array.isArray(given['state']) ? given['state'] : [given['state']];
  const state = offerStates.filter((one) => chosen.includes(one));
  return {
    words,
    kind: kind && offerKinds.filter((one) => kind.includes(one)),
    state: state.length > 0 ? state : undefined,
  };
}
