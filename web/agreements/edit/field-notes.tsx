import type { Clause } from '@collegium/contract/agreements/clause';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans } from '@lingui/react/macro';
import { createContext, useContext, type ReactNode } from 'react';

/** What stands at a field of a clause: what is wrong with it, or that it is still to be filled. Spread onto its input. */
export interface FieldNote {
  error?: string;
  description?: ReactNode;
}
type NoteOf = (name: string, hint?: ReactNode) => FieldNote;

const FieldNotes = createContext<NoteOf>((_name, hint) => ({ description: hint }));

interface ClauseNotesProps {
  view: AgreementView;
  /** As it was read: what is noted is about this, and goes when the field is changed. */
  saved: Clause;
  /** As it is being written. */
  draft: Clause;
  children: ReactNode;
}

/** Puts what is missing and what cannot stand in a clause beside the fields in which it is. */
export function ClauseNotes({ view, saved, draft, children }: ClauseNotesProps) {
  const noteOf: NoteOf = (name, hint) => {
    const isUntouched = JSON.stringify(valueAt(saved, name)) === JSON.stringify(valueAt(draft, name));
    const isHere = (place: { clauseKey: string; name: string }) =>
      isUntouched && place.clauseKey === saved.key && place.name === name;
    const fault = view.faults.find(isHere);
    const isGap = view.unfilled.some(isHere);
    return { ...(fault && { error: fault.message }), description: isGap ? <Gap hint={hint} /> : hint };
  };
  return <FieldNotes value={noteOf}>{children}</FieldNotes>;
}

/** The note at a field, by its name; `hint` is what stands there anyway. */
export function useFieldNotes(): NoteOf {
  return useContext(FieldNotes);
}

function Gap({ hint }: { hint: ReactNode }) {
  return (
    <>
      <span className="gap-note">
        <Trans>Still to be filled</Trans>
      </span>
      {hint && <> {hint}</>}
    </>
  );
}

/** The value of a field: of a gap of the text, or of what is promised or opened (`filters/days` one level down). */
function valueAt({ fields, commitment, access }: Clause, name: string): unknown {
  const gap = fields.find(({ key }) => key === name);
  if (gap) return gap.value;
  const all: Record<string, unknown> = { ...commitment, ...access };
  const [first = '', second] = name.split('/');
  const value = all[first];
  return second && typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[second] : value;
}
