import { useId, type ReactNode } from 'react';

interface SectionProps {
  /** May be the reader's question: “Can we trust this run?” */
  title: ReactNode;
  /** A short fact or a link at the end of the title's line. */
  aside?: ReactNode;
  id?: string;
  children: ReactNode;
}

/** A titled part of the main column. */
export function Section({ title, aside, id, children }: SectionProps) {
  const ownId = useId();
  const titleId = id ?? ownId;
  return (
    <section className="sec" aria-labelledby={titleId}>
      <div className="sec-h">
        <h2 id={titleId}>{title}</h2>
        {aside && <span className="aside">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
