import type { Need } from '@collegium/contract/today';
import { needWords } from '@collegium/contract/need-words';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { RailSection } from '../ui/RailSection.tsx';

const shown = 5;

/** The next dates of what waits for the reader. */
export function Deadlines({ needs }: { needs: readonly Need[] }) {
  const { t } = useLingui();
  const { date, text, time, language } = useFormat();
  const dated = needs.flatMap((need) => (need.dueAt === null ? [] : [{ ...need, dueAt: need.dueAt }])).slice(0, shown);
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
                {text(need.title)}, {time(need.dueAt)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </RailSection>
  );
}
