import type { RoundPage } from '@collegium/contract/rounds';
import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { RoundStatus } from '../RoundStatus.tsx';

/** A round in the list: whose it is, its window, how many take part, how it stands. */
export function RoundRow({ round, isOwn }: { round: RoundPage['items'][number]; isOwn: boolean }) {
  const { text } = useFormat();
  return (
    <div className="row hov round-row">
      <OrgMark text={round.organisation.shortMark} name={round.organisation.name} isYou={isOwn} />
      <div>
        <div className="row-t">
          <Link to="/rounds/$roundId" params={{ roundId: round.id }}>
            {text(round.name)}
          </Link>
        </div>
        <div className="sub">{round.organisation.name}</div>
      </div>
      <Dates round={round} />
      <span className="sub num round-size">
        <Plural value={round.offers} one="# offer" other="# offers" />
        <br />
        <Plural value={round.learners} one="# learner" other="# learners" />
      </span>
      <RoundStatus state={round.state} />
    </div>
  );
}

function Dates({ round }: { round: RoundPage['items'][number] }) {
  const { dateRange, dateTime } = useFormat();
  return (
    <span className="sub num">
      {dateRange(round.opensAt, round.closesAt)}
      <br />
      <span className="cap">
        {round.publishedAt ? (
          <Trans>published {dateTime(round.publishedAt)}</Trans>
        ) : (
          <Trans>closes {dateTime(round.closesAt)}</Trans>
        )}
      </span>
    </span>
  );
}
