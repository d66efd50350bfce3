import type { ResultView } from '@collegium/contract/allocation';
import type { RoundView } from '@collegium/contract/rounds';
import { Plural, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../i18n/useFormat.ts';
import { Failed } from '../../ui/Failed.tsx';
import { Figures } from '../../ui/Figures.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { resultQuery } from '../queries.ts';
import { Allocations } from './Allocations.tsx';
import { PlacedByGroup } from './PlacedByGroup.tsx';
import { RankBars } from './RankBars.tsx';
import { WhatALearnerSees } from './WhatALearnerSees.tsx';

/** The result as its coordinators review it: figures, who got which wish, by group, and what a learner reads. */
export function Review({ round }: { round: RoundView }) {
  const {
    data: result,
    error,
    refetch,
  } = useQuery({
    ...resultQuery(round.id, round.version),
    placeholderData: (before) => before,
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!result) return <Loading />;
  return (
    <>
      <Headline result={result} />
      <div className="two">
        <RankBars result={result} />
        <PlacedByGroup result={result} />
      </div>
      <WhatALearnerSees round={round} />
      <Allocations round={round} unplaced={result.unplaced} />
    </>
  );
}

function Headline({ result }: { result: ResultView }) {
  const { t } = useLingui();
  const { number, share } = useFormat();
  const { learners, placed, unplaced, unfilled, rankProfile } = result;
  const [first = 0, second = 0] = rankProfile;
  const of = (count: number) => share(learners === 0 ? 0 : count / learners);
  return (
    <Figures
      items={[
        { figure: number(placed), words: t`placed, ${of(placed)}` },
        {
          figure: number(unplaced),
          words: <Plural value={unfilled} one="not placed, # free place" other="not placed, # free places" />,
        },
        { figure: of(first), words: t`got their first choice` },
        { figure: number(first + second), words: t`got one of their first two` },
      ]}
    />
  );
}
