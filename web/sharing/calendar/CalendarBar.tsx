import { ActionIcon, SegmentedControl } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { useFormat } from '../../i18n/useFormat.ts';
import { calendarViews, type CalendarSearch, type CalendarViewName } from '../search.ts';
import { step, todayIn, type Day } from './days.ts';
import type { useCalendarResources } from './useCalendarResources.ts';
import { ResourcePicker } from './ResourcePicker.tsx';
import { cityOf } from './zone.ts';

interface CalendarBarProps {
  search: CalendarSearch;
  view: CalendarViewName;
  day: string;
  days: readonly Day[];
  resources: ReturnType<typeof useCalendarResources>;
  onChoose: (change: CalendarSearch) => void;
}

/** Which time and which resources; everything chosen here stands in the address. */
export function CalendarBar({ search, view, day, days, resources, onChoose }: CalendarBarProps) {
  const { t } = useLingui();
  const { reader, date, dateRange } = useFormat();
  const [first, last] = [days[0]?.date ?? day, days.at(-1)?.date ?? day];
  const title =
    view === 'month'
      ? date(first, { month: 'long', year: 'numeric' })
      : view === 'day'
        ? date(first, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
        : dateRange(`${first}T12:00:00Z`, `${last}T12:00:00Z`);
  return (
    <div className="bk-bar">
      <ActionIcon
        className="noprint"
        variant="default"
        aria-label={t`Earlier`}
        onClick={() => onChoose({ day: step(view, day, -1) })}
      >
        <IconChevronLeft size={16} className="chev" aria-hidden />
      </ActionIcon>
      <ActionIcon
        className="noprint"
        variant="default"
        aria-label={t`Later`}
        onClick={() => onChoose({ day: step(view, day, 1) })}
      >
        <IconChevronRight size={16} className="chev" aria-hidden />
      </ActionIcon>
      <button
        type="button"
        className="plainbtn link noprint"
        onClick={() => onChoose({ day: todayIn(reader.timeZone, new Date()) })}
      >
        <Trans>Today</Trans>
      </button>
      <b role="status">{title}</b>
      <span className="cap">
        <Trans>your time, {cityOf(reader.timeZone)}</Trans>
      </span>
      <span className="bk-choose">
        <ResourcePicker
          resources={resources}
          value={search.resourceId}
          onChange={(resourceId) => onChoose({ resourceId })}
        />
        <SegmentedControl
          aria-label={t`How much time`}
          data={[
            { value: 'day', label: t`Day` },
            { value: 'week', label: t`Week` },
            { value: 'month', label: t`Month` },
          ]}
          value={view}
          onChange={(value) => onChoose({ view: calendarViews.find((one) => one === value && one !== 'week') })}
        />
        <ActionIcon
          className="desk"
          variant="default"
          aria-label={t`Print this calendar`}
          onClick={() => window.print()}
        >
          <IconPrinter size={16} aria-hidden />
        </ActionIcon>
      </span>
    </div>
  );
}
