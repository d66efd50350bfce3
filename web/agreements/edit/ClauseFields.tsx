import type { Clause, ClauseKind } from '@collegium/contract/agreements/clause';
import type { PartyView } from '@collegium/contract/agreements/views';
import { useLingui } from '@lingui/react/macro';
import { Input, SegmentedControl } from '@mantine/core';
import { LocalisedField } from '../../ui/LocalisedField.tsx';
import { clauseKindNames } from '../words.ts';
import { AccessFields } from './AccessFields.tsx';
import { CommitmentFields } from './CommitmentFields.tsx';
import { GapDefinitions } from './GapDefinitions.tsx';
import { GapFields } from './GapFields.tsx';

const kinds = Object.keys(clauseKindNames) as ClauseKind[];

interface ClauseFieldsProps {
  value: Clause;
  /** Of the agreement; none for a clause of the library, which is kept without what belongs to an agreement. */
  parties: readonly PartyView[];
  onChange: (clause: Clause) => void;
}

/** Everything that a clause says: its kind, words, gaps, and what is promised or opened. */
export function ClauseFields({ value, parties, onChange }: ClauseFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <LocalisedField label={t`Title`} value={value.title} onChange={(title) => onChange({ ...value, title })} />
      <Input.Wrapper label={t`What the clause is`} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t`What the clause is`}
          value={value.kind}
          data={kinds.map((kind) => ({ value: kind, label: t(clauseKindNames[kind]) }))}
          onChange={(kind) => onChange(ofKind(value, kind))}
        />
      </Input.Wrapper>
      <LocalisedField
        label={t`Text`}
        hint={t`An empty line begins a new paragraph. A word in curly brackets is a gap.`}
        value={value.text}
        isLong
        onChange={(text) => onChange({ ...value, text })}
      />
      <GapDefinitions clause={value} onChange={(fields) => onChange({ ...value, fields })} />
      {parties.length > 0 && (
        <GapFields fields={value.fields} parties={parties} onChange={(fields) => onChange({ ...value, fields })} />
      )}
      {value.kind === 'commitment' && (
        <CommitmentFields
          value={value.commitment ?? {}}
          parties={parties}
          onChange={(commitment) => onChange({ ...value, commitment })}
        />
      )}
      {value.kind === 'access' && (
        <AccessFields
          value={value.access ?? {}}
          parties={parties}
          onChange={(access) => onChange({ ...value, access })}
        />
      )}
    </>
  );
}

/** The same words as another kind: what only the former kind had is left out. */
function ofKind({ commitment, access, ...clause }: Clause, kind: ClauseKind): Clause {
  return {
    ...clause,
    kind,
    ...(kind === 'commitment' && { commitment: commitment ?? {} }),
    ...(kind === 'access' && { access: access ?? {} }),
  };
}
