import type { RoundView } from '@collegium/contract/rounds';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { Detail } from '../../ui/Detail.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { roundQuery } from '../queries.ts';
import { Review } from '../result/Review.tsx';
import { RoundStatus } from '../RoundStatus.tsx';
import { NextStep } from './NextStep.tsx';
import { OwnOffers } from './OwnOffers.tsx';
import { RoundActions } from './RoundActions.tsx';
import { RoundRail } from './RoundRail.tsx';
import { RoundStages } from './RoundStages.tsx';
import { Rules } from './Rules.tsx';
import { WhatIsIn } from './WhatIsIn.tsx';
import '../rounds.css';

const route = getRouteApi('/open/rounds/$roundId');

/** One round: how it stands and, for its coordinators, the result, its fairness and its proof on one page. */
export function RoundPage() {
  const { t } = useLingui();
  const { roundId } = route.useParams();
  const { data: round, error, isPending, refetch } = useQuery(roundQuery(roundId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return (
    <>
      <Header round={round} />
      <Detail rail={<RoundRail round={round} />} railLabel={t`Trust and dates`}>
        {round.state === 'cancelled' && <Note tone="bad">{round.cancellationReason}</Note>}
        <NextStep round={round} />
        {round.abilities.review && <Review round={round} />}
        {round.abilities.collectLearners && <WhatIsIn round={round} />}
        {round.rankedBy === 'provider_ranking' && <OwnOffers round={round} />}
        {!round.abilities.review && <Rules round={round} />}
      </Detail>
    </>
  );
}

function Header({ round }: { round: RoundView }) {
  const { t } = useLingui();
  const { text, number } = useFormat();
  return (
    <PageHeader
      title={text(round.name)}
      crumbs={[{ label: t`Allocation rounds`, to: '/rounds' }, { label: round.organisation.name }]}
      status={<RoundStatus state={round.state} soft />}
      facts={
        <>
          <span className="num">
            <Plural value={round.learners} one="# learner" other="# learners" />
          </span>
          <span className="num">
            <Trans>
              <Plural value={round.offers} one="# offer" other="# offers" />, {number(round.places)} places
            </Trans>
          </span>
        </>
      }
      actions={<RoundActions round={round} />}
    >
      {round.state !== 'cancelled' && <RoundStages round={round} />}
    </PageHeader>
  );
}
