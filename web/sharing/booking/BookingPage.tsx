import type { BookingView } from '@collegium/contract/sharing/bookings';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { Detail } from '../../ui/Detail.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { heldForNames, personServiceNames, resourceKindNames } from '../names.ts';
import { bookingQuery } from '../queries.ts';
import { BookingActions } from './BookingActions.tsx';
import { BookingNotes } from './BookingNotes.tsx';
import { BookingRail } from './BookingRail.tsx';
import { BookingStatus } from './BookingStatus.tsx';
import { Decision } from './Decision.tsx';
import { Swaps } from './Swaps.tsx';
import { useWhen } from './useWhen.ts';
import './booking.css';

const route = getRouteApi('/open/member/bookings/$bookingId');

/** One booking: what is held when and for what, how it stands, and the one next step. */
export function BookingPage() {
  const { t } = useLingui();
  const { text, list, number, money } = useFormat();
  const when = useWhen();
  const { bookingId } = route.useParams();
  const { data: booking, error, isPending, refetch } = useQuery(bookingQuery(bookingId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
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
        crumbs={[{ label: t`Bookings`, to: '/bookings' }]}
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
                    <span className="sub num">{resource.quantity > 1 || items.length > 1 ? list(items) : ''}</span>
                  </div>
                </li>
              );
            })}
          </ul>
        </Section>
        <Section title={t`What for`}>
          <Facts
            items={[
              [t`Purpose`, booking.purpose],
              [t`For`, booking.heldFor === 'self' ? '' : <ForWhom key="for" booking={booking} />],
              [t`Booked for`, booking.service === null ? '' : t(personServiceNames[booking.service])],
              [t`People`, booking.people > 1 ? number(booking.people) : ''],
              [t`Cost centre`, booking.costCentre],
              [
                t`Price`,
                booking.priceMinor !== null && booking.currency !== null
                  ? money(booking.priceMinor, booking.currency)
                  : '',
              ],
              [t`Repeats`, booking.seriesRule === null ? '' : <SeriesLink key="series" seriesId={booking.seriesId} />],
            ]}
          />
        </Section>
        {booking.decision && <Decision decision={booking.decision} />}
        <Swaps booking={booking} />
      </Detail>
    </>
  );
}

/** The group or course; one that is an offer of the network leads to it. */
function ForWhom({ booking: { heldFor, groupName, offerId } }: { booking: BookingView }) {
  const { t } = useLingui();
  const name = groupName ?? t(heldForNames[heldFor]);
  if (offerId === null) return name;
  return (
    <Link className="link" to="/offers/$offerId" params={{ offerId }}>
      {name}
    </Link>
  );
}

function SeriesLink({ seriesId }: { seriesId: string | null }) {
  if (seriesId === null) return null;
  return (
    <Link className="link" to="/bookings" search={{}}>
      <Trans>One of several; each stands by itself</Trans>
    </Link>
  );
}
