import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { calendarQuery } from '../queries.ts';
import type { CalendarSearch } from '../search.ts';
import { useIsPhone } from '../useIsPhone.ts';
import { useMinute } from '../useMinute.ts';
import { Agenda } from './Agenda.tsx';
import { CalendarBar } from './CalendarBar.tsx';
import { CalendarGrid } from './CalendarGrid.tsx';
import { daysOf, todayIn } from './days.ts';
import type { Draft } from './draft.ts';
import { DraftPanel } from './DraftPanel.tsx';
import { PrintedList } from './PrintedList.tsx';
import { MonthGrid } from './MonthGrid.tsx';
import { rowNames } from './row-names.ts';
import { rowsOf } from './rows.ts';
import { ShareSection } from './ShareSection.tsx';
import { useCalendarResources } from './useCalendarResources.ts';
import './calendar.css';
import './beside.css';

const route = getRouteApi('/open/member/calendar');

/** Many resources side by side over a day, a week or a month; the address holds which and when. */
export function CalendarPage() {
  const { t } = useLingui();
  const { reader, text } = useFormat();
  const search = route.useSearch();
  const navigate = useNavigate();
  const now = useMinute();
  const isPhone = useIsPhone();
  const [draft, setDraft] = useState<Draft>();
  const resources = useCalendarResources(search);
  const view = search.view ?? 'week';
  const day = search.day ?? todayIn(reader.timeZone, new Date(now));
  const days = useMemo(() => daysOf(view, day, reader.timeZone), [view, day, reader.timeZone]);
  const [from, until] = [isoOf(days[0]?.startsAt), isoOf(days.at(-1)?.endsAt)];
  const calendar = useQuery(calendarQuery(resources.ids, from, until));
  const rows = useMemo(() => rowsOf(calendar.data?.resources ?? [], days), [calendar.data, days]);
  const names = rowNames(
    rows.map(({ resource: { id, name } }) => ({ id, name: text(name), owner: resources.known.get(id)?.owner.name })),
    (name, distinction) => t`${name}, ${distinction}`,
  );
  const choose = (change: CalendarSearch) => {
    setDraft(undefined);
    void navigate({ to: '/calendar', search: { ...search, ...change }, replace: true, resetScroll: false });
  };
  const open = (bookingId: string) => void navigate({ to: '/bookings/$bookingId', params: { bookingId } });
  const chosen = draft?.resourceId ?? (resources.ids.length === 1 ? resources.ids[0] : undefined);
  const error = resources.error ?? calendar.error;
  return (
    <div className="cal-page">
      <PageHeader
        title={t`Calendar`}
        crumbs={[{ label: t`Labs and equipment`, to: '/resources' }]}
        actions={<Actions />}
      />
      <CalendarBar search={search} view={view} day={day} days={days} resources={resources} onChoose={choose} />
      {error && <Failed error={error} onRetry={() => void Promise.all([resources.refetch(), calendar.refetch()])} />}
      {!error && (resources.isPending || (resources.ids.length > 0 && calendar.isPending)) && <Loading rows={6} />}
      {!error && !resources.isPending && resources.ids.length === 0 && <Nothing />}
      {rows.length > 0 && !error && (
        <>
          {isPhone ? (
            <Agenda
              rows={rows}
              names={names}
              owned={resources.known}
              days={days}
              now={now}
              onOpen={open}
              onDraft={setDraft}
            />
          ) : view === 'month' ? (
            <MonthGrid
              rows={rows}
              names={names}
              owned={resources.known}
              days={days}
              now={now}
              onDay={(date) => choose({ view: 'day', day: date })}
            />
          ) : (
            <CalendarGrid
              rows={rows}
              names={names}
              owned={resources.known}
              days={days}
              now={now}
              draft={draft}
              onDraft={setDraft}
              onChosen={() => document.getElementById('book-it')?.focus()}
              onOpen={open}
            />
          )}
          {!isPhone && view !== 'month' && (
            <p className="cap cal-help noprint">
              <Trans>
                Drag to choose a time, or go to a day with the arrow keys and press Enter. Then arrows move it, Shift
                and arrows change its length, Enter books. M moves a booking of yours.
              </Trans>
            </p>
          )}
          <PrintedList rows={rows} names={names} />
          <div className={draft ? 'bk-low' : 'bk-low alone'}>
            {chosen === undefined ? <span /> : <ShareSection resourceId={chosen} />}
            {draft && <DraftPanel key={draft.resourceId} draft={draft} rows={rows} now={now} onDraft={setDraft} />}
          </div>
        </>
      )}
    </div>
  );
}

function Actions() {
  return (
    <>
      <Button renderRoot={(props) => <Link to="/bookings" {...props} />}>
        <Trans>My bookings</Trans>
      </Button>
      <Button className="grow" renderRoot={(props) => <Link to="/calendar/find" {...props} />}>
        <Trans>Find a time</Trans>
      </Button>
    </>
  );
}

function Nothing() {
  const { t } = useLingui();
  return (
    <Empty
      title={t`Nothing to show`}
      why={t`No resource fits these filters, or nothing is shared with you yet.`}
      action={
        <Link className="link" to="/calendar" search={{}}>
          <Trans>Show all</Trans>
        </Link>
      }
    />
  );
}

function isoOf(instant: number | undefined): string {
  return new Date(instant ?? 0).toISOString();
}
