import { useLingui } from '@lingui/react/macro';
import type { Tone } from './Status.tsx';

interface PromiseBarProps {
  /** Delivered, promised, and what should be delivered by today; all in one unit. */
  delivered: number;
  promised: number;
  expected?: number;
  /** The unit in words, as read after a number: “places”. */
  unit: string;
  tone?: Tone;
}

/** Track: promised. Fill: delivered. Tick: where we should be today. */
export function PromiseBar({ delivered, promised, expected, unit, tone = 'active' }: PromiseBarProps) {
  const { t } = useLingui();
  const label =
    expected === undefined
      ? t`${delivered} of ${promised} ${unit} delivered`
      : t`${delivered} of ${promised} ${unit} delivered, ${expected} expected by today`;
  return (
    <div className={`pb ${tone}`} role="img" aria-label={label}>
      <i style={{ width: `${percent(delivered, promised)}%` }} />
      {expected !== undefined && (
        <b style={{ insetInlineStart: `calc(${Math.min(99, percent(expected, promised))}% - 1px)` }} />
      )}
    </div>
  );
}

function percent(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(100, Math.max(0, (part / whole) * 100));
}
