import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** The one call-out of a page region: a next step, a consequence, or a warning. `action` stands at its end. */
export function Note({
  tone = 'active',
  icon,
  action,
  children,
}: {
  tone?: 'active' | 'wait' | 'bad' | 'good' | 'idle';
  icon?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={`note ${tone}`}>
      {icon ?? <IconInfoCircle size={17} stroke={1.7} aria-hidden />}
      <div>{children}</div>
      {action}
    </div>
  );
}
