import type { TemplateSummary } from '@collegium/contract/agreements/library';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';

/** A template: what it is for, how much it says, who changed it last, and the way to begin an agreement from it. */
export function TemplateRow({ item }: { item: TemplateSummary }) {
  const { t } = useLingui();
  const { text, day } = useFormat();
  const { key, own } = item;
  const clauses = plural(item.clauses, { one: '# clause', other: '# clauses' });
  const promises = plural(item.promises, { one: '# promise', other: '# promises' });
  const extent = item.promises === 0 ? clauses : t`${clauses}, among them ${promises}`;
  const title = text(item.title);
  return (
    <li>
      <div className="row hov library-row">
        <div>
          <div className="row-t">
            <Link to="/agreements/library/templates/$templateKey" params={{ templateKey: key }}>
              {title}
            </Link>
          </div>
          <span className="sub">{text(item.purpose)}</span>
        </div>
        <span className="sub">
          {extent}
          {own && <span className="cap">{t`Version ${own.number}, ${own.changedBy}, ${day(own.changedAt)}`}</span>}
        </span>
        <Link
          className="link sub end"
          to="/agreements/new"
          search={{ template: key }}
          aria-label={t`Begin from it: ${title}`}
        >
          <Trans>Begin from it</Trans>
        </Link>
      </div>
    </li>
  );
}
