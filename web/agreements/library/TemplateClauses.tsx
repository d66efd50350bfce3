import type { Clause } from '@collegium/contract/agreements/clause';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { RankedList } from '../../ui/RankedList.tsx';
import { Section } from '../../ui/Section.tsx';
import { freeKey } from '../edit/free-key.ts';
import { ClauseFields } from '../edit/ClauseFields.tsx';
import { emptyClause } from './empty-clause.ts';
import { clauseLibraryQuery } from './library-query.ts';
import { LibrarySelect } from './LibrarySelect.tsx';

interface TemplateClausesProps {
  clauses: readonly Clause[];
  language: string;
  onChange: (clauses: Clause[]) => void;
  /** Said while one clause fills the form, so that the whole is not saved with half of it. */
  onEditing: (isEditing: boolean) => void;
}

/** The clauses of a template: put in order, changed one at a time, taken in from the library, taken out. */
export function TemplateClauses({ clauses, language, onChange, onEditing }: TemplateClausesProps) {
  const { t } = useLingui();
  const { text } = useFormat();
  const library = useQuery(clauseLibraryQuery());
  const [editing, setEditing] = useState<string>();
  const edited = clauses.find(({ key }) => key === editing);
  const edit = (key: string | undefined) => {
    setEditing(key);
    onEditing(key !== undefined);
  };
  const put = (clause: Clause) => {
    const added = {
      ...clause,
      key: freeKey(
        clause.key,
        clauses.map(({ key }) => key),
      ),
    };
    onChange([...clauses, added]);
    return added.key;
  };
  if (edited)
    return (
      <Section title={t`Clause: ${text(edited.title)}`}>
        <div className="form">
          <ClauseFields
            value={edited}
            parties={[]}
            onChange={(changed) => onChange(clauses.map((one) => (one.key === changed.key ? changed : one)))}
          />
          <div className="form-actions">
            <Button variant="filled" onClick={() => edit(undefined)}>
              <Trans>Back to all clauses</Trans>
            </Button>
          </div>
        </div>
      </Section>
    );
  return (
    <Section title={t`Clauses`} aside={<span className="num">{clauses.length}</span>}>
      <RankedList
        label={t`Clauses in order`}
        items={clauses.map((clause) => ({ id: clause.key, name: text(clause.title), clause }))}
        onOrder={(items) => onChange(items.map(({ clause }) => clause))}
        renderAction={({ id, name }) => (
          <span className="template-clause-acts">
            <Button size="xs" aria-label={t`Edit “${name}”`} onClick={() => edit(id)}>
              <Trans>Edit</Trans>
            </Button>
            <Button
              size="xs"
              variant="subtle"
              aria-label={t`Take out “${name}”`}
              onClick={() => onChange(clauses.filter(({ key }) => key !== id))}
            >
              <Trans>Take out</Trans>
            </Button>
          </span>
        )}
      >
        {({ name }) => <span className="row-t">{name}</span>}
      </RankedList>
      <div className="form template-add">
        <LibrarySelect
          items={library.data?.items ?? []}
          value={null}
          onChange={(value) => {
            const clause = library.data?.items[Number(value)]?.clause;
            if (value !== null && clause) put(clause);
          }}
        />
        <div className="form-actions">
          <Button onClick={() => edit(put(emptyClause('text', t`New clause`, language)))}>
            <Trans>Add an empty clause</Trans>
          </Button>
        </div>
      </div>
    </Section>
  );
}
