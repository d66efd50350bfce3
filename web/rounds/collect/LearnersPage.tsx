import type { RoundLearnerItem } from '@collegium/contract/rounds';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { roundQuery } from '../queries.ts';
import { CollectPage } from './CollectPage.tsx';
import { ScoresPanel } from './ScoresPanel.tsx';

const route = getRouteApi('/open/member/rounds/$roundId/learners');

/** The learners of a round, and those who could be invited: one by one, or all that match. */
export function LearnersPage() {
  const { t } = useLingui();
  const { roundId } = route.useParams();
  const { data: round } = useQuery(roundQuery(roundId));
  return (
    <CollectPage<RoundLearnerItem>
      roundId={roundId}
      search={route.useSearch()}
      what="learners"
      title={t`Learners of the round`}
      searchLabel={t`Search learners by name`}
      lede={t`Learners of your organisation and its partners; they hear of the round when it opens.`}
      idOf={(learner) => learner.membershipId}
      inputOf={(membershipIds) => ({ membershipIds })}
      renderRow={(learner) => <LearnerWords learner={learner} />}
    >
      {round?.rankedBy === 'score' && <ScoresPanel round={round} />}
    </CollectPage>
  );
}

function LearnerWords({ learner }: { learner: RoundLearnerItem }) {
  const { number } = useFormat();
  return (
    <>
      <PersonMark name={learner.name} />
      <div>
        <div className="row-t">{learner.name}</div>
        <div className="sub">{learner.organisation.name}</div>
      </div>
      <span className="sub num">
        {learner.score !== null && <Trans>score {number(learner.score)}</Trans>}
        {learner.score === null && learner.hasApplied && <Trans>has sent a list</Trans>}
      </span>
    </>
  );
}
