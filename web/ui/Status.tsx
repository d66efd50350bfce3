import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleX,
  IconClockHour4,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** idle: nothing runs · active: in progress · wait: somebody must act · good: as hoped · bad: needs attention · stopped: ended on purpose. */
export type Tone = 'idle' | 'active' | 'wait' | 'good' | 'bad' | 'stopped';

const icons: Record<Tone, Icon> = {
  idle: IconCircleDashed,
  active: IconCircleHalf2,
  wait: IconClockHour4,
  good: IconCircleCheck,
  bad: IconAlertTriangle,
  stopped: IconCircleX,
};

/** The one status vocabulary: a tone with an icon of its own shape, and plain words that say who or how long. `soft` fills it, once per page header. */
export function Status({ tone, soft = false, children }: { tone: Tone; soft?: boolean; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <span className={`st ${tone === 'stopped' ? 'idle' : tone}${soft ? ' soft' : ''}`}>
      <Icon size={15} stroke={2} aria-hidden />
      {children}
    </span>
  );
}
