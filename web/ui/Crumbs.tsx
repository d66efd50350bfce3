import { useLingui } from '@lingui/react/macro';
import { Link, type LinkProps } from '@tanstack/react-router';
import { Fragment } from 'react';

/** One step of the way to a page. */
export interface Crumb extends Pick<LinkProps, 'to' | 'params' | 'search'> {
  label: string;
}

export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useLingui();
  return (
    <nav className="crumbs" aria-label={t`Breadcrumb`}>
      {crumbs.map(({ label, ...target }, index) => (
        <Fragment key={label}>
          {index > 0 && <span aria-hidden>/</span>}
          {target.to ? <Link {...target}>{label}</Link> : <span>{label}</span>}
        </Fragment>
      ))}
    </nav>
  );
}
