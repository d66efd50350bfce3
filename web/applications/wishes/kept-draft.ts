import type { AppliedOffer } from '@collegium/contract/applications';

/** A list that is being edited, by the version from which it began. */
export interface KeptDraft {
  version: number;
  wishes: readonly AppliedOffer[];
  statement: string;
}

/** What was not saved yet stays in this tab while the reader looks at offers. */
const keyOf = (roundId: string) => `wishes:${roundId}`;

export function keepDraft(roundId: string, kept: KeptDraft): void {
  sessionStorage.setItem(keyOf(roundId), JSON.stringify(kept));
}

export function forgetDraft(roundId: string): void {
  sessionStorage.removeItem(keyOf(roundId));
}

/** The draft that began from this version; one that began from an older list is not brought back. */
export function findDraft(roundId: string, version: number): KeptDraft | undefined {
  const text = sessionStorage.getItem(keyOf(roundId));
  if (text === null) return undefined;
  const kept = JSON.parse(text) as KeptDraft;
  return kept.version === version ? kept : undefined;
}
