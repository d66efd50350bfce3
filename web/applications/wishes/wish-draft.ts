import type { AppliedOffer } from '@collegium/contract/applications';

/** A ranked list that is being edited: its wishes, how they stood before each step, and what stands on the server. */
export interface WishDraft {
  wishes: readonly AppliedOffer[];
  past: readonly (readonly AppliedOffer[])[];
  /** The version that the draft began from, 0 for a first list. */
  version: number;
  saved: readonly string[];
}

export type WishStep =
  | { type: 'order'; wishes: readonly AppliedOffer[] }
  | { type: 'add'; offer: AppliedOffer }
  | { type: 'remove'; id: string }
  | { type: 'undo' }
  | { type: 'load'; wishes: readonly AppliedOffer[]; version: number };

/** As many steps back as one can take. */
const steps = 50;

/** The draft after a step. Adding what is there already changes nothing. */
export function takeStep(draft: WishDraft, step: WishStep): WishDraft {
  switch (step.type) {
    case 'order':
      return change(draft, step.wishes);
    case 'add':
      return draft.wishes.some(({ id }) => id === step.offer.id) ? draft : change(draft, [...draft.wishes, step.offer]);
    case 'remove':
      return change(
        draft,
        draft.wishes.filter(({ id }) => id !== step.id),
      );
    case 'undo': {
      const before = draft.past.at(-1);
      return before ? { ...draft, wishes: before, past: draft.past.slice(0, -1) } : draft;
    }
    case 'load':
      return { wishes: step.wishes, past: [], version: step.version, saved: step.wishes.map(({ id }) => id) };
  }
}

function change(draft: WishDraft, wishes: readonly AppliedOffer[]): WishDraft {
  return { ...draft, wishes, past: [...draft.past, draft.wishes].slice(-steps) };
}

/** Whether the list differs from what stands on the server. */
export function isChanged({ wishes, saved }: WishDraft): boolean {
  return wishes.length !== saved.length || wishes.some(({ id }, index) => id !== saved[index]);
}
