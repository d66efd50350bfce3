import { useLingui } from '@lingui/react/macro';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** One thing that was checked: whether it holds, and the figures behind it. */
export function Check({ holds, title, children }: { holds: boolean; title: ReactNode; children?: ReactNode }) {
  const { t } = useLingui();
  const Icon = holds ? IconCheck : IconX;
  return (
    <li>
      <Icon
        size={16}
        stroke={2.2}
        color={holds ? 'var(--c-good-text)' : 'var(--c-bad-text)'}
        aria-label={holds ? t`Holds` : t`Does not hold`}
      />
      <span>
        {title}
        {children && <span className="cap check-why">{children}</span>}
      </span>
    </li>
  );
}
