import { offerKinds, type OfferKind } from '@collegium/contract/offer-kinds';
import type { ApplicationState } from '@collegium/contract/states/application';
import { stateNames } from '@collegium/contract/states/names';

export const sides = ['home', 'provider'] as const;
const states: readonly ApplicationState[] = stateNames.application;

/** What narrows the list of applications; lives in the address. */
export interface ApplicationsSearch {
  words?: string | undefined;
  side?: (typeof sides)[number] | undefined;
  state?: ApplicationState[] | undefined;
  kind?: OfferKind[] | undefined;
  offerId?: string | undefined;
  roundId?: string | undefined;
}

/** Reads an address, whatever somebody typed into it. */
export function readApplicationsSearch(search: Record<string, unknown>): ApplicationsSearch {
  return {
    words: words(search['words']),
    side: sides.find((side) => side === search['side']),
    state: chosen(states, search['state']),
    kind: chosen(offerKinds, search['kind']),
    offerId: id(search['offerId']),
    roundId: id(search['roundId']),
  };
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, 200) : undefined;
}

function chosen<T extends string>(all: readonly T[], value: unknown): T[] | undefined {
  const some = Array.isArray(value) ? all.filter((one) => value.includes(one)) : [];
  return some.length > 0 ? some : undefined;
}

function id(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value) ? value : undefined;
}
