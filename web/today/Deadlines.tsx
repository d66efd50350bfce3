import type { Need } from '@collegium/contract/today';
import { needWords } from '@collegium/contract/need-words';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { RailSection } from '../ui/RailSection.tsx';
import { groupByUrgency, isByDay } from './group-by-urgency.ts';

const shown = 5;

/** The next dates of what waits for the reader; what is overdue stands in the list itself. */
export function Deadlines({ needs, now }: { needs: readonly Need[]; now: Date }) {
  const { t } = useLingui();
  const { date, text, time, language } = useFormat();
  const { overdue } = groupByUrgency(needs, now);
  const ahead = needs.filter((need) => !overdue.includes(need));
  const dated = ahead.flatMap((need) => (need.dueAt === null ? [] : [{ ...need, dueAt: need.dueAt }])).slice(0, shown);
  if (dated.length === 0) return null;
  return (
    <RailSection title={t`Next deadlines`}>
      <ol className="dl">
        {dated.map((need, index) => (
          <li key={`${need.kind}${need.path}`} className={index === 0 ? 'now' : undefined}>
            <span className="dl-d num">
              <b>{date(need.dueAt, { day: 'numeric' })}</b>
              {date(need.dueAt, { month: 'short' })}
            </span>
            <span>
              <Link className="row-t" to={need.path}>
                {needWords[need.kind][language]}
              </Link>
              <br />
              <span className="cap">
                {[text(need.title), !isByDay(need) && time(need.dueAt)].filter(Boolean).join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </RailSection>
  );
}
