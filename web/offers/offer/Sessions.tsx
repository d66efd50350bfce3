import type { OfferView } from '@collegium/contract/offers';
import { Trans } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';

type Session = OfferView['sessions'][number];

/** Sessions in the time of their place, and beside it in the reader's where that is another. */
export function Sessions({ sessions }: { sessions: readonly Session[] }) {
  return (
    <ul className="rows">
      {sessions.map((session) => (
        <li key={session.id}>
          <div className="row session-row">
            <Times session={session} />
            <div>
              {session.place && <span>{session.place}</span>}
              {session.note && <p className="sub">{session.note}</p>}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Times({ session: { startsAt, endsAt, timeZone } }: { session: Session }) {
  const { reader } = useFormat();
  const at = (zone: string) =>
    new Intl.DateTimeFormat(reader.locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
      timeZone: zone,
    }).formatRange(new Date(startsAt), new Date(endsAt));
  const there = at(timeZone);
  const here = at(reader.timeZone);
  return (
    <div className="num">
      <time dateTime={startsAt}>{there}</time>
      {here !== there && (
        <p className="sub">
          <Trans>your time: {here}</Trans>
        </p>
      )}
    </div>
  );
}
