import type { ParticipationListItem } from '@collegium/contract/participation/views';
import type { MembershipView } from '@collegium/contract/session';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { OrgMark } from '../ui/OrgMark.tsx';
import { PersonMark } from '../ui/PersonMark.tsx';
import { PromiseBar } from '../ui/PromiseBar.tsx';
import { ParticipationStatus } from './ParticipationStatus.tsx';
import { useHours } from './useHours.ts';
import { useWaiting } from './useWaiting.ts';

/** One participation in a list: who and what, when, how much is done, and for whom it waits. */
export function ParticipationRow({ item, reader }: { item: ParticipationListItem; reader: MembershipView }) {
  const { text, dateRange } = useFormat();
  const hours = useHours();
  const waiting = useWaiting();
  const isOwn = item.learner.id !== undefined && reader.role === 'learner';
  const other = item.provider.id === reader.organisation.id ? item.home : item.provider;
  const title = text(item.offer.title);
  return (
    <div className="row hov participation-row">
      {isOwn ? <OrgMark text={item.provider.shortMark} size={28} /> : <PersonMark name={item.learner.name} size={28} />}
      <div>
        <div className="row-t">
          <Link to="/participations/$participationId" params={{ participationId: item.id }}>
            {isOwn ? title : item.learner.name}
          </Link>
        </div>
        <div className="sub">{isOwn ? item.provider.name : `${title} · ${other.name}`}</div>
      </div>
      <span className="sub num participation-when">
        {item.startsOn && item.endsOn && dateRange(item.startsOn, item.endsOn)}
      </span>
      <div className="participation-hours">
        {item.plannedMinutes !== null && item.minutes > 0 && (
          <>
            <PromiseBar delivered={hours.of(item.minutes)} promised={hours.of(item.plannedMinutes)} unit={hours.unit} />
            <span className="cap num">
              <Trans>
                {hours.number(item.minutes)} of {hours.number(item.plannedMinutes)} hours
              </Trans>
            </span>
          </>
        )}
      </div>
      <div className="participation-state">
        <ParticipationStatus view={item} />
        <div className="cap">{waiting(item)}</div>
      </div>
    </div>
  );
}
