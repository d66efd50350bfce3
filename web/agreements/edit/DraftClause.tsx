import type { Clause } from '@collegium/contract/agreements/clause';
import { readClause } from '@collegium/contract/agreements/read-clause';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { Status } from '../../ui/Status.tsx';
import { KeepClause } from '../library/KeepClause.tsx';
import { useReading } from '../text/useReading.ts';
import { ClauseForm } from './ClauseForm.tsx';
import { RemoveClause } from './RemoveClause.tsx';

interface DraftClauseProps {
  view: AgreementView;
  clause: Clause;
  number: number;
}

/** A clause of the draft: as it reads now, what is missing in it, and its form when it is edited. */
export function DraftClause({ view, clause, number }: DraftClauseProps) {
  const { t } = useLingui();
  const { relative } = useFormat();
  const reading = useReading(view);
  const [isEditing, setEditing] = useState(false);
  const { title, paragraphs } = readClause(clause, reading);
  const edit = view.open?.edits[clause.key];
  const missing = view.unfilled.filter(({ clauseKey }) => clauseKey === clause.key).length;
  const faulty = view.faults.filter(({ clauseKey }) => clauseKey === clause.key).length;
  return (
    <section className="clause draft-clause" id={`draft-${clause.key}`}>
      <h2>
        <span className="num">{number}</span>
        <span>{title}</span>
        {faulty > 0 && (
          <Status tone="bad">
            <Plural value={faulty} one="# fault" other="# faults" />
          </Status>
        )}
        {missing > 0 && (
          <Status tone="wait">
            <Plural value={missing} one="# gap" other="# gaps" />
          </Status>
        )}
      </h2>
      {isEditing ? (
        <ClauseForm view={view} clause={clause} version={edit?.version ?? 0} onDone={() => setEditing(false)} />
      ) : (
        <>
          {paragraphs.map((paragraph, index) => (
            <p key={index}>
              <span className="clause-number num" aria-hidden>
                {number}.{index + 1}
              </span>
              {paragraph}
            </p>
          ))}
          <div className="draft-acts">
            <Button size="xs" aria-label={t`Edit clause ${number}`} onClick={() => setEditing(true)}>
              <Trans>Edit</Trans>
            </Button>
            <RemoveClause view={view} clause={clause} version={edit?.version ?? 0} />
            <KeepClause clause={clause} />
            {edit?.changedBy && (
              <span className="cap">{t`Last changed by ${edit.changedBy.name}, ${relative(edit.changedAt)}`}</span>
            )}
          </div>
        </>
      )}
    </section>
  );
}
