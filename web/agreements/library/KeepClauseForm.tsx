import type { Clause } from '@collegium/contract/agreements/clause';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormActions } from '../../ui/FormActions.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { ClauseFields } from '../edit/ClauseFields.tsx';
import { keepClause, libraryChanged } from './library-query.ts';

interface KeepClauseFormProps {
  clause: Clause;
  /** Which kept clause, and the version that is changed; none for a new one. */
  of?: { id: string; number: number };
  onDone: (id: string) => void;
}

/** Writes a clause of the library; each save is its next version. */
export function KeepClauseForm({ clause, of, onDone }: KeepClauseFormProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(clause);
  const save = useMutation({
    mutationFn: () => keepClause(draft, of),
    onSuccess: async ({ id }) => {
      await libraryChanged();
      onDone(id);
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <ClauseFields value={draft} parties={[]} onChange={setDraft} />
      <ProblemNote error={save.error} />
      <FormActions>
        <Button type="submit" variant="filled" loading={save.isPending}>
          {of ? t`Save as version ${of.number + 1}` : t`Keep the clause`}
        </Button>
        {of && (
          <Button onClick={() => onDone(of.id)}>
            <Trans>Cancel</Trans>
          </Button>
        )}
      </FormActions>
    </form>
  );
}
