import type { RoundState } from '@collegium/contract/states/round';
import { stateNames } from '@collegium/contract/states/names';

export const roundStates: readonly RoundState[] = stateNames.round;

/** What narrows the list of rounds; lives in the address. */
export interface RoundsSearch {
  state?: RoundState[] | undefined;
}

/** Reads an address, whatever somebody typed into it. */
export function readRoundsSearch({ state }: Record<string, unknown>): RoundsSearch {
  const chosen = Array.isArray(state) ? roundStates.filter((one) => state.includes(one)) : [];
  return { state: chosen.length > 0 ? chosen : undefined };
}
