import { IconCircleDashed } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Nothing here: what, why, and what next. */
export function Empty({ title, why, action }: { title: string; why: ReactNode; action?: ReactNode }) {
  return (
    <div className="state">
      <IconCircleDashed size={22} stroke={1.5} aria-hidden />
      <div>
        <div className="strong">{title}</div>
        <p className="sub">{why}</p>
        {action && <div className="state-action">{action}</div>}
      </div>
    </div>
  );
}
