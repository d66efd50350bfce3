import type { LastDay } from '@collegium/contract/agreements/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { Section } from '../../ui/Section.tsx';
import { Status } from '../../ui/Status.tsx';
import type { Quarter } from './quarters.ts';

interface QuarterDaysProps {
  quarter: Quarter;
  items: readonly LastDay[];
  today: string;
}

/** The last days of one quarter, month by month. */
export function QuarterDays({ quarter, items, today }: QuarterDaysProps) {
  const { t } = useLingui();
  const { date } = useFormat();
  const own = items.filter(({ day }) => day >= quarter.firstDay && day <= quarter.lastDay);
  const months = [...Map.groupBy(own, ({ day }) => day.slice(0, 7))];
  const [from, to] = [quarter.firstDay, quarter.lastDay].map((day) => date(day, { month: 'long', year: 'numeric' }));
  return (
    <div id={quarter.key} className="quarter">
      <Section title={t`${from} to ${to}`}>
        {own.length === 0 && (
          <p className="cap">
            <Trans>Nothing ends.</Trans>
          </p>
        )}
        {months.map(([month, days]) => (
          <div key={month} className="quarter-month">
            <h3 className="cap">{date(`${month}-01`, { month: 'long' })}</h3>
            <ul className="rows">
              {days.map((item) => (
                <LastDayRow key={`${item.agreement.id}-${item.kind}`} item={item} isPast={item.day < today} />
              ))}
            </ul>
          </div>
        ))}
      </Section>
    </div>
  );
}

function LastDayRow({ item: { day, kind, agreement, parties }, isPast }: { item: LastDay; isPast: boolean }) {
  const { t } = useLingui();
  const { date, list, text } = useFormat();
  return (
    <li className="row last-day-row">
      <time className="num" dateTime={day}>
        {date(day, { day: 'numeric', month: 'short' })}
      </time>
      <div>
        <Link className="row-t link" to="/agreements/$agreementId" params={{ agreementId: agreement.id }}>
          {text(agreement.title)}
        </Link>
        <div className="sub">{list(parties.map(({ name }) => name))}</div>
      </div>
      {kind === 'notice' ? (
        <Status tone={isPast ? 'idle' : 'wait'}>{t`Last day for notice`}</Status>
      ) : (
        <Status tone={agreement.renewal === 'automatic' || isPast ? 'idle' : 'bad'}>
          {agreement.renewal === 'automatic' ? t`Renews itself unless notice is given` : t`Ends`}
        </Status>
      )}
    </li>
  );
}
