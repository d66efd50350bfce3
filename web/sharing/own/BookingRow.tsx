import type { BookingListItem } from '@collegium/contract/sharing/bookings';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { BookingStatus } from '../booking/BookingStatus.tsx';
import { useWhen } from '../booking/useWhen.ts';
import { resourceKindNames } from '../names.ts';
import type { BookingSide } from '../search.ts';

/** One booking in a list: what, whose, when in one’s own time, and how it stands. */
export function BookingRow({ booking, side }: { booking: BookingListItem; side: BookingSide }) {
  const { t } = useLingui();
  const { text, list } = useFormat();
  const when = useWhen();
  const main = booking.resources.filter(({ isPart }) => !isPart);
  const Icon = resourceKindNames[main[0]?.kind ?? 'room'].icon;
  const places = [...new Set(main.map(({ ownerName, city }) => [ownerName, city].filter(Boolean).join(', ')))];
  const there = when.there(booking.startsAt, booking.endsAt, booking.timeZone);
  const isOther = side !== 'own';
  return (
    <div className="row hov booking-row">
      <Icon size={19} stroke={1.6} aria-hidden />
      <div>
        <div className="row-t">
          <Link to="/bookings/$bookingId" params={{ bookingId: booking.id }}>
            {list(main.map(({ name }) => text(name)))}
          </Link>
        </div>
        <div className="sub">
          {isOther ? t`${booking.holder.name}, ${booking.holder.organisation.name}` : places.join(' · ')}
          {booking.purpose !== '' && ` · ${booking.purpose.slice(0, 80)}`}
        </div>
      </div>
      <div className="sub num booking-when">
        {when.short(booking.startsAt, booking.endsAt)}
        {there && <div className="cap">{there}</div>}
        {booking.seriesId !== null && (
          <div className="cap">
            <Trans>one of several</Trans>
          </div>
        )}
      </div>
      <BookingStatus state={booking.state} />
    </div>
  );
}
