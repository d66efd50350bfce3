import type { ApplicationView } from '@collegium/contract/applications';
import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { ApplicationStatus } from '../ApplicationStatus.tsx';

/** One application in the list of staff: who, for what, how it stands, since when. */
export function ApplicantRow({ application }: { application: ApplicationView }) {
  const { day, dateTime } = useFormat();
  const { person, home, submittedAt } = application;
  return (
    <div className="row hov applicant-row">
      <PersonMark name={person.name} size={28} />
      <div>
        <div className="row-t">
          <Link to="/applications/$applicationId" params={{ applicationId: application.id }}>
            {person.name}
          </Link>
        </div>
        <div className="sub">{home.name}</div>
      </div>
      <div className="sub">
        <For application={application} />
      </div>
      <ApplicationStatus state={application.state} />
      <time className="sub num end" dateTime={submittedAt} title={dateTime(submittedAt)}>
        {day(submittedAt)}
      </time>
    </div>
  );
}

function For({ application: { offer, round, wishes, queuePosition } }: { application: ApplicationView }) {
  const { text, number } = useFormat();
  const [first] = wishes;
  if (!offer)
    return (
      <>
        <div>{round && text(round.name)}</div>
        {wishes.length === 1 && first ? (
          text(first.offer.title)
        ) : (
          <Plural value={wishes.length} one="# wish" other="# wishes" />
        )}
      </>
    );
  return (
    <>
      <div>{text(offer.title)}</div>
      {queuePosition === null ? offer.provider.name : <Trans>number {number(queuePosition)} in line</Trans>}
    </>
  );
}
