import type { ReactNode } from 'react';

/** The main column with a rail beside it; below 1200 px the rail moves under it. `railLabel` names the rail for screen readers. */
export function Detail({ children, rail, railLabel }: { children: ReactNode; rail: ReactNode; railLabel: string }) {
  return (
    <div className="detail">
      <div className="detail-main">{children}</div>
      <aside className="rail" aria-label={railLabel}>
        {rail}
      </aside>
    </div>
  );
}
