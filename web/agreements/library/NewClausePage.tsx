import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { emptyClause } from './empty-clause.ts';
import { KeepClauseForm } from './KeepClauseForm.tsx';
import '../agreements.css';
import '../draft.css';

/** Writes a clause for one’s own library. */
export function NewClausePage() {
  const { t } = useLingui();
  const { language } = useFormat();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={t`Write a clause`}
        crumbs={[
          { label: t`Agreements`, to: '/agreements' },
          { label: t`Templates and clauses`, to: '/agreements/library' },
        ]}
        lede={t`It is kept for your organisation and can be taken into every draft. Who promises what to whom is filled in there.`}
      />
      <KeepClauseForm
        clause={emptyClause('text', t`New clause`, language)}
        onDone={(clauseTemplateId) =>
          void navigate({ to: '/agreements/library/clauses/$clauseTemplateId', params: { clauseTemplateId } })
        }
      />
    </>
  );
}
