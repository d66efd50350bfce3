import type { Clause } from '@collegium/contract/agreements/clause';
import type { DraftClauseView } from '@collegium/contract/agreements/input';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { LocalisedField } from '../../ui/LocalisedField.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { agreementChanged } from '../agreement-query.ts';
import { AccessFields } from './AccessFields.tsx';
import { CommitmentFields } from './CommitmentFields.tsx';
import { Conflict, type CurrentClause } from './Conflict.tsx';
import { GapFields } from './GapFields.tsx';

interface ClauseFormProps {
  view: AgreementView;
  clause: Clause;
  /** Of the clause, when the form was opened. */
  version: number;
  onDone: () => void;
}

/** Changes a clause. When somebody else saved first, both texts are shown and nothing is lost. */
export function ClauseForm({ view, clause, version, onDone }: ClauseFormProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(clause);
  const [base, setBase] = useState(version);
  const save = useMutation({
    mutationFn: () =>
      api.put<DraftClauseView>(`/agreements/${view.id}/draft/clauses/${clause.key}`, draft, { ifMatch: base }),
    onSuccess: async () => {
      await agreementChanged();
      onDone();
    },
  });
  const current =
    save.error instanceof ApiProblem && save.error.isStale ? (save.error.current as CurrentClause) : undefined;
  return (
    <form
      className="form clause-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <LocalisedField label={t`Title`} value={draft.title} onChange={(title) => setDraft({ ...draft, title })} />
      <LocalisedField
        label={t`Text`}
        hint={t`An empty line begins a new paragraph. A word in curly brackets is a gap.`}
        value={draft.text}
        isLong
        onChange={(text) => setDraft({ ...draft, text })}
      />
      <GapFields fields={draft.fields} parties={view.parties} onChange={(fields) => setDraft({ ...draft, fields })} />
      {draft.kind === 'commitment' && (
        <CommitmentFields
          value={draft.commitment ?? {}}
          parties={view.parties}
          onChange={(commitment) => setDraft({ ...draft, commitment })}
        />
      )}
      {draft.kind === 'access' && (
        <AccessFields
          value={draft.access ?? {}}
          parties={view.parties}
          onChange={(access) => setDraft({ ...draft, access })}
        />
      )}
      {current ? (
        <Conflict
          view={view}
          mine={draft}
          theirs={current}
          onKeepMine={() => {
            setBase(current.version);
            save.reset();
          }}
          onTakeTheirs={() => {
            setDraft(current.clause);
            setBase(current.version);
            save.reset();
          }}
        />
      ) : (
        <ProblemNote error={save.error} />
      )}
      <FormActions>
        <Button type="submit" variant="filled" loading={save.isPending} disabled={current !== undefined}>
          <Trans>Save clause</Trans>
        </Button>
        <Button onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </FormActions>
    </form>
  );
}
