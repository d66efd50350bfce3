import { Plural, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { Detail } from '../../ui/Detail.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { resourceKindNames } from '../names.ts';
import { bookingQuery } from '../queries.ts';
import { BookingActions } from './BookingActions.tsx';
import { BookingNotes } from './BookingNotes.tsx';
import { BookingRail } from './BookingRail.tsx';
import { BookingStatus } from './BookingStatus.tsx';
import { Decision } from './Decision.tsx';
import { Swaps } from './Swaps.tsx';
import { useWhen } from './useWhen.ts';
import { WhatFor } from './WhatFor.tsx';
import './booking.css';

const route = getRouteApi('/open/member/bookings/$bookingId');

/** One booking: what is held when and for what, how it stands, and the one next step. */
export function BookingPage() {
  const { t } = useLingui();
  const { text, list, number } = useFormat();
  const when = useWhen();
  const { bookingId } = route.useParams();
  const { data: booking, error, isPending, refetch } = useQuery(bookingQuery(bookingId));
  const crumbs = [{ label: t`Bookings`, to: '/bookings' }] as const;
  if (error)
    return (
      <>
        <PageHeader title={t`Booking`} crumbs={[...crumbs]} />
        <Failed error={error} onRetry={() => void refetch()} />
      </>
    );
  if (isPending) return <Loading />;
  const names = list(booking.resources.filter(({ isPart }) => !isPart).map(({ name }) => text(name)));
  const titleOf = (kind: typeof booking.kind) => {
    if (kind === 'offer') return t`Held for an offer: ${names}`;
    return kind === 'maintenance' ? t`Maintenance: ${names}` : names;
  };
  const there = when.there(booking.startsAt, booking.endsAt, booking.timeZone);
  return (
    <>
      <PageHeader
        title={titleOf(booking.kind)}
        crumbs={[...crumbs]}
        lede={[when.own(booking.startsAt, booking.endsAt), there].filter(Boolean).join(' · ')}
        status={<BookingStatus state={booking.state} isSoft />}
        facts={
          <>
            {booking.holder.organisation.name !== '' && (
              <span>{t`${booking.holder.name}, ${booking.holder.organisation.name}`}</span>
            )}
            {booking.queuePosition !== null && (
              <span>{t`number ${number(booking.queuePosition)} on the waiting list`}</span>
            )}
          </>
        }
        actions={<BookingActions booking={booking} />}
      />
      <BookingNotes booking={booking} />
      <Detail railLabel={t`About this booking`} rail={<BookingRail booking={booking} />}>
        <Section title={booking.state === 'waiting' ? t`What is waited for` : t`What is held`}>
          <ul className="rows">
            {booking.resources.map((resource) => {
              const { name, icon: Icon } = resourceKindNames[resource.kind];
              const items = resource.items.map(({ number: item, label }) => label ?? t`no. ${number(item)}`);
              return (
                <li key={resource.id}>
                  <div className="row hov with-mark">
                    <Icon size={19} stroke={1.6} aria-hidden />
                    <div>
                      <div className="row-t">
                        <Link to="/resources/$resourceId" params={{ resourceId: resource.id }}>
                          {text(resource.name)}
                        </Link>
                      </div>
                      <div className="sub">
                        {[t(name), resource.ownerName, resource.city, resource.isPart ? t`comes with it` : '']
                          .filter(Boolean)
                          .join(' · ')}
                      </div>
                    </div>
                    <span className="sub num">
                      {items.length > 1 ? (
                        list(items)
                      ) : resource.quantity > 1 ? (
                        <Plural value={resource.quantity} one="# item" other="# items" />
                      ) : (
                        ''
                      )}
                    </span>
                  </div>
                </li>
              );
            })}
          </ul>
        </Section>
        <WhatFor booking={booking} />
        {booking.decision && <Decision decision={booking.decision} />}
        <Swaps booking={booking} />
      </Detail>
    </>
  );
}
