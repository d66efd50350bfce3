import type { Need } from '@collegium/contract/today';
import { useLingui } from '@lingui/react/macro';
import { groupByUrgency } from './group-by-urgency.ts';
import { NeedRow } from './NeedRow.tsx';

/** What needs me, sorted by time; only today's things get buttons, and one of them is filled. */
export function NeedGroups({ needs, now }: { needs: readonly Need[]; now: Date }) {
  const { t } = useLingui();
  const { today, week, later } = groupByUrgency(needs, now);
  const groups = [
    { title: t`Due today`, needs: today, isToday: true },
    { title: t`This week`, needs: week, isToday: false },
    { title: today.length + week.length === 0 ? t`When you have time` : t`Later`, needs: later, isToday: false },
  ].filter((group) => group.needs.length > 0);
  return (
    <section className="sec" aria-label={t`Needs you`}>
      {groups.map(({ title, needs: rows, isToday }) => (
        <div key={title} className="need-g">
          <h2 className="need-h">{title}</h2>
          <ul className="rows">
            {rows.map((need, index) => (
              <li key={`${need.kind}${need.path}`}>
                <NeedRow need={need} emphasis={isToday ? (index === 0 ? 'filled' : 'button') : 'link'} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
