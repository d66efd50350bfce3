import type { Clause } from '@collegium/contract/agreements/clause';
import type { DraftClauseView } from '@collegium/contract/agreements/input';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { agreementChanged } from '../agreement-query.ts';
import { ClauseNotes } from './field-notes.tsx';
import { ClauseFields } from './ClauseFields.tsx';
import { Conflict, type CurrentClause } from './Conflict.tsx';

interface ClauseFormProps {
  view: AgreementView;
  clause: Clause;
  /** Of the clause, when the form was opened. */
  version: number;
  onDone: () => void;
}

/** Changes a clause. When somebody else saved first, both texts are shown and nothing is lost. */
export function ClauseForm({ view, clause, version, onDone }: ClauseFormProps) {
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
      <ClauseNotes view={view} saved={clause} draft={draft}>
        <ClauseFields value={draft} parties={view.parties} onChange={setDraft} />
      </ClauseNotes>
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
