import type { ReactNode } from 'react';
import { Crumbs, type Crumb } from './Crumbs.tsx';
import { usePageTitle } from './usePageTitle.ts';

interface PageHeaderProps {
  /** The title in plain text; it names the browser's tab too. It may state the situation: “Six things need you”. */
  title: string;
  /** The way here, without the page itself. A crumb without `to` is plain text. */
  crumbs?: readonly Crumb[];
  /** One soft `<Status>`. */
  status?: ReactNode;
  /** Up to three facts, each a `<span>`. */
  facts?: ReactNode;
  /** One sentence below the title. */
  lede?: ReactNode;
  /** Buttons, one of them filled. On phones `className="grow"` makes one wide and `className="desk"` hides one. */
  actions?: ReactNode;
  /** A `<StageLine>` on records of the pipeline, or tabs. */
  children?: ReactNode;
}

/** Above every page: where am I, what is it, how does it stand, what next. */
export function PageHeader({ title, crumbs, status, facts, lede, actions, children }: PageHeaderProps) {
  usePageTitle(title);
  return (
    <header className="ph">
      {crumbs && <Crumbs crumbs={crumbs} />}
      <div className="ph-row">
        <div className="ph-words">
          <h1>{title}</h1>
          {lede && <p className="ph-lede">{lede}</p>}
          {(status || facts) && (
            <div className="ph-meta">
              {status}
              {facts}
            </div>
          )}
        </div>
        {actions && <div className="ph-actions">{actions}</div>}
      </div>
      {children}
    </header>
  );
}
