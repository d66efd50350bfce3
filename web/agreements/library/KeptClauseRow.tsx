import type { LibraryClause } from '@collegium/contract/agreements/library';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { clauseKindNames } from '../words.ts';

/** A clause of one’s own: what it is, and who changed it last. */
export function KeptClauseRow({ item }: { item: LibraryClause & { id: string } }) {
  const { t } = useLingui();
  const { text, day } = useFormat();
  const { id, number, clause, changedAt, changedBy } = item;
  return (
    <li>
      <div className="row hov library-row">
        <div>
          <div className="row-t">
            <Link to="/agreements/library/clauses/$clauseTemplateId" params={{ clauseTemplateId: id }}>
              {text(clause.title)}
            </Link>
          </div>
          <span className="sub">{t(clauseKindNames[clause.kind])}</span>
        </div>
        <span className="sub">
          {t`Version ${number}`}
          {changedAt && changedBy && <span className="cap">{t`${changedBy}, ${day(changedAt)}`}</span>}
        </span>
      </div>
    </li>
  );
}
