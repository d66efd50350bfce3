import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { Detail } from '../ui/Detail.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Goals } from './Goals.tsx';
import { HoursSection } from './HoursSection.tsx';
import { LatestEntries } from './LatestEntries.tsx';
import { NextStepNote } from './NextStepNote.tsx';
import { participationQuery } from './participation-query.ts';
import { ParticipationActions } from './ParticipationActions.tsx';
import { ParticipationRail } from './ParticipationRail.tsx';
import { ParticipationStages } from './ParticipationStages.tsx';
import { ParticipationStatus } from './ParticipationStatus.tsx';
import { SupervisorWords } from './SupervisorWords.tsx';
import { useListTitle } from './useListTitle.ts';
import './participation.css';
import './plan-and-journal.css';

const route = getRouteApi('/open/member/participations/$participationId');

/** A placement, enrolment or stay: its one next step on top, its plan always at hand. */
export function ParticipationPage() {
  const { participationId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(participationQuery(participationId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return <Participation view={data} />;
}

function Participation({ view }: { view: ParticipationView }) {
  const { t } = useLingui();
  const { text, dateRange } = useFormat();
  const listTitle = useListTitle();
  const isOwn = view.myParties.includes('learner');
  return (
    <>
      <PageHeader
        crumbs={[
          { label: listTitle, to: '/participations' },
          { label: isOwn ? view.provider.name : view.learner.name },
        ]}
        title={text(view.offer.title)}
        status={<ParticipationStatus view={view} today={view.today} soft />}
        facts={
          <>
            {!isOwn && <span>{view.learner.name}</span>}
            <span>{[view.provider.name, view.offer.city].filter(Boolean).join(', ')}</span>
            {view.startsOn && view.endsOn && <span className="num">{dateRange(view.startsOn, view.endsOn)}</span>}
          </>
        }
        actions={<ParticipationActions view={view} />}
      >
        <ParticipationStages view={view} />
      </PageHeader>
      <Detail railLabel={t`About this placement`} rail={<ParticipationRail view={view} />}>
        <NextStepNote view={view} />
        <HoursSection view={view} />
        <Goals view={view} />
        <SupervisorWords view={view} />
        <LatestEntries view={view} />
      </Detail>
    </>
  );
}
