import type { LastDay } from '@collegium/contract/agreements/register';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import type { Quarter } from './quarters.ts';

/** How many agreements end in each quarter, as columns that lead to their lists. */
export function QuarterStrip({ quarters, items }: { quarters: readonly Quarter[]; items: readonly LastDay[] }) {
  const { t } = useLingui();
  const { date, number } = useFormat();
  const counted = quarters.map((quarter) => ({
    quarter,
    ends: items.filter(({ kind, day }) => kind === 'end' && day >= quarter.firstDay && day <= quarter.lastDay).length,
  }));
  const most = Math.max(1, ...counted.map(({ ends }) => ends));
  return (
    <nav aria-label={t`Quarters`}>
      <ol className="quarter-strip">
        {counted.map(({ quarter, ends }) => {
          const name = date(quarter.firstDay, { month: 'short', year: 'numeric' });
          return (
            <li key={quarter.key}>
              <a href={`#${quarter.key}`} aria-label={t`From ${name}: ${number(ends)} end`}>
                <b className="num">{number(ends)}</b>
                <i className={ends === 0 ? 'none' : undefined} style={{ height: `${(ends / most) * 40}px` }} />
                <span className="cap">{name}</span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
