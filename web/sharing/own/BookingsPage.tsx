import type { BookingListItem } from '@collegium/contract/sharing/bookings';
import { Button, Tabs } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { itemsOf } from '../../api/pages.ts';
import { useSession } from '../../api/session.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { bookingsQuery } from '../queries.ts';
import type { BookingSide } from '../search.ts';
import { BookingRow } from './BookingRow.tsx';
import '../booking/booking.css';

const route = getRouteApi('/open/member/bookings');

/** Bookings by whose they are: one’s own, those one is invited to, those that wait for one’s decision. */
export function BookingsPage() {
  const { t } = useLingui();
  const { side = 'own', past } = route.useSearch();
  const navigate = useNavigate();
  const isStaff = useSession().permissions.includes('booking:decide');
  const [now] = useState(() => new Date().toISOString());
  const list = useInfiniteQuery(bookingsQuery({ side, ...(past ? { until: now } : { from: now }) }));
  const bookings = itemsOf<BookingListItem>(list.data);
  const sides: [BookingSide, string][] = [
    ['own', t`Mine`],
    ['invited', t`I am invited`],
    ...(isStaff
      ? ([
          ['decide', t`To decide`],
          ['owner', t`Of our resources`],
          ['home', t`By our people`],
        ] satisfies [BookingSide, string][])
      : []),
  ];
  return (
    <>
      <PageHeader
        title={t`Bookings`}
        crumbs={[{ label: t`Labs and equipment`, to: '/resources' }]}
        actions={<Actions />}
      >
        <Tabs
          value={side}
          onChange={(value) =>
            void navigate({ to: '/bookings', search: { side: value === 'own' ? undefined : (value as BookingSide) } })
          }
        >
          <Tabs.List>
            {sides.map(([value, label]) => (
              <Tabs.Tab key={value} value={value}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      </PageHeader>
      <p className="sub">
        <Link
          className="link"
          to="/bookings"
          search={{ side: side === 'own' ? undefined : side, past: past ? undefined : true }}
        >
          {past ? <Trans>Show what is to come</Trans> : <Trans>Show what is over</Trans>}
        </Link>
      </p>
      {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading rows={5} />}
      {list.data && bookings.length === 0 && <Nothing side={side} />}
      <ul className="rows">
        {bookings.map((booking) => (
          <li key={booking.id}>
            <BookingRow booking={booking} side={side} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="search-more">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t`Show more`}</Button>
        </div>
      )}
    </>
  );
}

function Actions() {
  return (
    <>
      <Button className="desk" renderRoot={(props) => <Link to="/calendars" {...props} />}>
        <Trans>In my calendar program</Trans>
      </Button>
      <Button className="grow" renderRoot={(props) => <Link to="/calendar" {...props} />}>
        <Trans>Book</Trans>
      </Button>
    </>
  );
}

function Nothing({ side }: { side: BookingSide }) {
  const { t } = useLingui();
  if (side === 'decide')
    return (
      <Empty
        title={t`Nothing waits for your decision`}
        why={t`Requests that need your approval appear here, the soonest first.`}
      />
    );
  return (
    <Empty
      title={t`No bookings`}
      why={t`What you book, or what is booked of your resources, appears here.`}
      action={
        <Link className="link" to="/resources">
          <Trans>Find something to book</Trans>
        </Link>
      }
    />
  );
}
