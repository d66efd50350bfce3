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
  const { side = 'own', past, seriesId } = route.useSearch();
  const navigate = useNavigate();
  const isStaff = useSession().permissions.includes('booking:decide');
  const [now] = useState(() => new Date().toISOString());
  const list = useInfiniteQuery(bookingsQuery({ side, ...spanOf(now, past, seriesId) }));
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
        {seriesId !== undefined && (
          <>
            <Trans>One recurring booking, also what is over.</Trans>{' '}
          </>
        )}
        <Link
          className="link"
          to="/bookings"
          search={{ side: side === 'own' ? undefined : side, past: past || seriesId ? undefined : true }}
        >
          {seriesId !== undefined ? (
            <Trans>Show all bookings</Trans>
          ) : past ? (
            <Trans>Show what is to come</Trans>
          ) : (
            <Trans>Show what is over</Trans>
          )}
        </Link>
      </p>
      {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading rows={5} />}
      {list.data && bookings.length === 0 && <Nothing side={side} isPast={past === true} />}
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

/** What is to come, what is over, or all of one recurring booking. */
function spanOf(now: string, past: true | undefined, seriesId: string | undefined) {
  if (seriesId !== undefined) return { seriesId };
  return past ? { until: now } : { from: now };
}

function Actions() {
  return (
    <>
      <Button renderRoot={(props) => <Link to="/calendars" {...props} />}>
        <Trans>In my calendar program</Trans>
      </Button>
      <Button className="grow" renderRoot={(props) => <Link to="/calendar" {...props} />}>
        <Trans>Book</Trans>
      </Button>
    </>
  );
}

function Nothing({ side, isPast }: { side: BookingSide; isPast: boolean }) {
  const { t } = useLingui();
  const why = {
    own: t`What you book appears here, the soonest first.`,
    owner: t`What others book of your resources appears here.`,
    home: t`What people of your organisation book appears here.`,
  };
  if (isPast) return <Empty title={t`Nothing is over yet`} why={t`Bookings stay listed here when they have ended.`} />;
  if (side === 'invited')
    return (
      <Empty
        title={t`No invitations`}
        why={t`Bookings to which somebody invites you appear here, and you can answer.`}
      />
    );
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
      why={why[side]}
      action={
        <Link className="link" to="/resources">
          <Trans>Find something to book</Trans>
        </Link>
      }
    />
  );
}
