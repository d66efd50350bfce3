import type { AppliedOffer } from '@collegium/contract/applications';

interface Kept {
  version: number;
  wishes: AppliedOffer[];
}

/** What was not saved yet stays in this tab while the reader looks at offers. */
const keyOf = (roundId: string) => `wishes:${roundId}`;

export function keepDraft(roundId: string, kept: { version: number; wishes: readonly AppliedOffer[] }): void {
  sessionStorage.setItem(keyOf(roundId), JSON.stringify(kept));
}

export function forgetDraft(roundId: string): void {
  sessionStorage.removeItem(keyOf(roundId));
}

/** The draft that began from this version; one that began from an older list is not brought back. */
export function findDraft(roundId: string, version: number): AppliedOffer[] | undefined {
  const text = sessionStorage.getItem(keyOf(roundId));
  if (text === null) return undefined;
  const kept = JSON.parse(text) as Kept;
  return kept.version === version ? kept.wishes : undefined;
}
