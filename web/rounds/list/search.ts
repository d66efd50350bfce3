import { roundMachine, type RoundState } from '@collegium/contract/states/round';

export const roundStates = Object.keys(roundMachine.states) as RoundState[];

/** What narrows the list of rounds; lives in the address. */
export interface RoundsSearch {
  state?: RoundState[] | undefined;
}

/** Reads an address, whatever somebody typed into it. */
export function readRoundsSearch({ state }: Record<string, unknown>): RoundsSearch {
  const chosen = Array.isArray(state) ? roundStates.filter((one) => state.includes(one)) : [];
  return { state: chosen.length > 0 ? chosen : undefined };
}
