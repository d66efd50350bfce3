import type { OutcomeView } from '@collegium/contract/outcomes';
import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Detail } from '../ui/Detail.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { StageLine } from '../ui/StageLine.tsx';
import { outcomeQuery } from './outcome-query.ts';
import { OutcomeRail } from './OutcomeRail.tsx';
import { OutcomeRecord } from './OutcomeRecord.tsx';
import { OutcomeStatus } from './OutcomeStatus.tsx';
import './outcomes.css';

const route = getRouteApi('/open/member/outcomes/$outcomeId');
const stageOf = { assessed: 1, countersigned: 2, recognised: 3, not_recognised: 3 } as const;

/** What came of a participation: the provider’s assessment, the learner’s own words, the home organisation’s decision. */
export function OutcomePage() {
  const { outcomeId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(outcomeQuery(outcomeId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return <Outcome view={data} />;
}

function Outcome({ view }: { view: OutcomeView }) {
  const { t } = useLingui();
  const { acting } = useSession();
  const { text, dateRange, day } = useFormat();
  const when = (instant: string | null) => (instant === null ? {} : { note: day(instant) });
  const isRefused = view.state === 'not_recognised';
  return (
    <>
      <PageHeader
        crumbs={[
          { label: acting.role === 'learner' ? t`Transcript and credits` : t`Credits and outcomes`, to: '/outcomes' },
          { label: view.myParties.includes('learner') ? view.provider.name : view.learner.name },
        ]}
        title={text(view.offer.title)}
        status={<OutcomeStatus state={view.state} soft />}
        facts={
          <>
            <span>{view.learner.name}</span>
            <span>{view.provider.name}</span>
            <span className="num">{dateRange(view.startsOn, view.endsOn)}</span>
          </>
        }
        actions={
          <>
            {view.abilities.assess && (
              <Button
                className="grow"
                leftSection={<IconPencil size={16} stroke={1.7} aria-hidden />}
                renderRoot={(props) => (
                  <Link to="/outcomes/$outcomeId/assessment" params={{ outcomeId: view.id }} {...props} />
                )}
              >{t`Change the assessment`}</Button>
            )}
            <Button
              className="desk"
              leftSection={<IconPrinter size={16} stroke={1.7} aria-hidden />}
              onClick={() => window.print()}
            >{t`Print record`}</Button>
          </>
        }
      >
        <StageLine
          current={stageOf[view.state]}
          stages={[
            { name: t`Assessed`, ...when(view.assessedAt) },
            { name: t`Countersigned`, ...when(view.countersignedAt) },
            { name: isRefused ? t`Not recognised` : t`Recognised`, ...when(view.recognisedAt) },
          ]}
        />
      </PageHeader>
      <Detail railLabel={t`Grade, credits and hours`} rail={<OutcomeRail view={view} />}>
        <OutcomeRecord view={view} />
      </Detail>
    </>
  );
}
