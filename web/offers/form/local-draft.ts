import type { OfferValues } from './values.ts';

/** What was typed but not yet taken by the server, kept on this device. `version` is the one it was typed upon. */
interface LocalDraft {
  version: number;
  values: OfferValues;
}

/** What was typed last time and never reached the server, if it was typed upon this version. */
export function readLocalDraft(key: string, version: number): OfferValues | undefined {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(nameOf(key)) ?? 'null');
    return isDraft(draft) && draft.version === version ? draft.values : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what was typed. A device without room, or that forbids it, keeps nothing; the server still does. */
export function keepLocalDraft(key: string, draft: LocalDraft): void {
  try {
    localStorage.setItem(nameOf(key), JSON.stringify(draft));
  } catch {
    // Private windows and full devices refuse.
  }
}

export function forgetLocalDraft(key: string): void {
  try {
    localStorage.removeItem(nameOf(key));
  } catch {
    // Private windows refuse.
  }
}

function nameOf(key: string): string {
  return `collegium.offer.${key}`;
}

function isDraft(value: unknown): value is LocalDraft {
  return typeof value === 'object' && value !== null && 'version' in value && 'values' in value;
}
