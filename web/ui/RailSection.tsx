import { useId, type ReactNode } from 'react';

/** A titled part of the rail, beside the main column: trust, people, dates, commitments. */
export function RailSection({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <div className="sec-h">
        <h2 id={titleId}>{title}</h2>
        {aside && <span className="aside">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
