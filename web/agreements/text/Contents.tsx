import type { ClauseRedline } from '@collegium/contract/agreements/redline/index';
import { Plural, Trans, useLingui } from '@lingui/react/macro';

/** The clauses in their order, each with what became of it; a way to each. */
export function Contents({ clauses, differing }: { clauses: readonly ClauseRedline[]; differing: number | undefined }) {
  const { t } = useLingui();
  const changes = { changed: t`changed`, added: t`new`, removed: t`removed`, moved: t`moved`, same: '' };
  return (
    <nav className="agreement-toc noprint" aria-label={t`Clauses`}>
      {differing !== undefined && (
        <div className="cap agreement-toc-h">
          {differing === 0 ? (
            <Trans>The texts are the same</Trans>
          ) : (
            <Plural value={differing} one="# clause differs" other="# clauses differ" />
          )}
        </div>
      )}
      <ol>
        {clauses.map(({ key, number, title, change }) => (
          <li key={key}>
            <a href={`#clause-${key}`}>
              <span className="num">{number ?? '–'}</span>
              {title
                .filter(({ kind }) => kind !== 'deleted' || change === 'removed')
                .map(({ text }) => text)
                .join('')}
              {changes[change] !== '' && <em>{changes[change]}</em>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
