import type { Need } from '@collegium/contract/today';
import { useLingui } from '@lingui/react/macro';
import { groupByUrgency } from './group-by-urgency.ts';
import { NeedRow, type Urgency } from './NeedRow.tsx';

/** What needs me, sorted by time; only what is due gets buttons, and one of them is filled. */
export function NeedGroups({ needs, now }: { needs: readonly Need[]; now: Date }) {
  const { t } = useLingui();
  const { overdue, today, week, later } = groupByUrgency(needs, now);
  const groups: { title: string; needs: Need[]; urgency: Urgency }[] = [
    { title: t`Overdue`, needs: overdue, urgency: 'overdue' },
    { title: t`Due today`, needs: today, urgency: 'today' },
    { title: t`This week`, needs: week, urgency: 'later' },
    {
      title: overdue.length + today.length + week.length === 0 ? t`When you have time` : t`Later`,
      needs: later,
      urgency: 'later',
    },
  ];
  const shown = groups.filter((group) => group.needs.length > 0);
  const first = overdue[0] ?? today[0];
  return (
    <section className="sec" aria-label={t`Needs you`}>
      {shown.map(({ title, needs: rows, urgency }) => (
        <div key={title} className="need-g">
          <h2 className="need-h">{title}</h2>
          <ul className="rows">
            {rows.map((need) => (
              <li key={`${need.kind}${need.path}`}>
                <NeedRow need={need} urgency={urgency} isFirst={need === first} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
