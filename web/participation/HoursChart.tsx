import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../i18n/useFormat.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { useHours } from './useHours.ts';
import { mondayOf, weeksBetween, type PlanWeek } from './weeks.ts';

/** Pixels of the highest bar. */
const height = 84;
/** Bars that are drawn at most: the weeks up to today, the latest last. */
const shown = 16;

interface HoursChartProps {
  view: ParticipationView;
  startsOn: string;
  endsOn: string;
  plannedMinutes: number;
}

/** Hours per week: solid when confirmed, outlined while they wait, and a dashed line that keeps one on pace. */
export function HoursChart({ view, startsOn, endsOn, plannedMinutes }: HoursChartProps) {
  const { t } = useLingui();
  const { day, date } = useFormat();
  const hours = useHours();
  const [isTable, setTable] = useState(false);
  const all = weeksBetween(startsOn, endsOn, view.journal.weeks);
  const thisWeek = mondayOf(view.today);
  const weeks = all.filter((week) => week.startsOn <= thisWeek).slice(-shown);
  const paceMinutes = plannedMinutes / all.length;
  const highest = Math.max(paceMinutes * 1.25, ...weeks.map((week) => week.minutes));
  const scale = (minutes: number) => Math.round((minutes / highest) * height);
  const pace = hours.number(paceMinutes);
  const listed = weeks.map((week) => `${day(week.startsOn)}: ${hours.number(week.minutes)}`).join(', ');
  return (
    <figure className="chart">
      {isTable ? (
        <DataTable
          label={t`Hours per week`}
          rows={weeks}
          keyOf={(week) => week.startsOn}
          columns={[
            { head: t`Week from`, isName: true, render: (week) => day(week.startsOn) },
            { head: t`Hours`, isNumber: true, render: (week) => hours.number(week.minutes) },
            { head: t`Confirmed`, isNumber: true, render: (week) => hours.number(week.confirmedMinutes) },
          ]}
        />
      ) : (
        <div className="hrs" role="img" aria-label={t`Hours per week: ${listed}. ${pace} a week keep one on pace.`}>
          {weeks.map((week, index) => (
            <Week
              key={week.startsOn}
              week={week}
              scale={scale}
              label={isFirstOfMonth(weeks, index) ? day(week.startsOn) : date(week.startsOn, { day: 'numeric' })}
            />
          ))}
          <span className="hr-l" style={{ insetBlockEnd: 20 + scale(paceMinutes) }}>
            <em>{t`${pace} a week keep you on pace`}</em>
          </span>
        </div>
      )}
      {!isTable && <figcaption className="cap mob-only">{t`${pace} a week keep you on pace`}</figcaption>}
      <Button
        className="noprint"
        size="compact-xs"
        variant="subtle"
        leftSection={isTable ? <IconChartBar size={14} /> : <IconTable size={14} />}
        onClick={() => setTable(!isTable)}
      >
        {isTable ? t`Show as bars` : t`Show as table`}
      </Button>
    </figure>
  );
}

/** The month is said once, under the first week that begins in it. */
function isFirstOfMonth(weeks: readonly PlanWeek[], index: number): boolean {
  return weeks[index]?.startsOn.slice(0, 7) !== weeks[index - 1]?.startsOn.slice(0, 7);
}

function Week({ week, scale, label }: { week: PlanWeek; scale: (minutes: number) => number; label: string }) {
  const hours = useHours();
  const waiting = week.minutes - week.confirmedMinutes;
  return (
    <div className="hr">
      <div className="hr-b">
        {waiting > 0 && <i className="waiting" style={{ height: scale(waiting) }} />}
        {week.confirmedMinutes > 0 && <i style={{ height: scale(week.confirmedMinutes) }} />}
        {week.minutes > 0 && (
          <em className={week.confirmedMinutes > 0 ? 'num' : 'num waiting'}>{hours.number(week.minutes)}</em>
        )}
      </div>
      <span className="cap num">{label}</span>
    </div>
  );
}
