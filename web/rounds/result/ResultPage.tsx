import type { LearnerResultView } from '@collegium/contract/allocation';
import type { RoundView } from '@collegium/contract/rounds';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { Detail } from '../../ui/Detail.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RailSection } from '../../ui/RailSection.tsx';
import { Section } from '../../ui/Section.tsx';
import { Status } from '../../ui/Status.tsx';
import { VerifyRun } from '../proof/VerifyRun.tsx';
import { ownResultQuery, roundQuery } from '../queries.ts';
import { Explanation } from './Explanation.tsx';
import { Respond } from './Respond.tsx';
import { useChoice } from './useChoice.ts';
import '../rounds.css';

const route = getRouteApi('/open/member/rounds/$roundId/result');

/** The learner's own result: is there a place, until when to answer, and why it came out so. */
export function ResultPage() {
  const { t } = useLingui();
  const { roundId } = route.useParams();
  const round = useQuery(roundQuery(roundId));
  const result = useQuery(ownResultQuery(roundId));
  const error = round.error ?? result.error;
  if (error) return <Failed error={error} onRetry={() => void Promise.all([round.refetch(), result.refetch()])} />;
  if (!round.data || !result.data) return <Loading />;
  return (
    <>
      <Header round={round.data} result={result.data} />
      <Detail rail={<Fairness roundId={roundId} result={result.data} />} railLabel={t`Was this fair?`}>
        <Section title={t`Why this result`}>
          <Explanation result={result.data} rankedBy={round.data.rankedBy} />
        </Section>
      </Detail>
    </>
  );
}

function Header({ round, result }: { round: RoundView; result: LearnerResultView }) {
  const { t } = useLingui();
  const { text, dateTime } = useFormat();
  const isAsked = result.applicationState === 'offered';
  const titles = {
    offered: t`You have a place`,
    accepted: t`You accepted the place`,
    declined: t`You gave the place up`,
    withdrawn: t`You withdrew`,
    unplaced: t`You have no place this time`,
    submitted: t`Your result`,
    waiting: t`Your result`,
  };
  return (
    <PageHeader
      title={titles[result.applicationState]}
      crumbs={[
        { label: t`My applications`, to: '/applications' },
        { label: text(round.name), to: '/rounds/$roundId', params: { roundId: round.id } },
      ]}
      status={<ResultStatus result={result} />}
      facts={isAsked && result.respondBy && <span>{t`Answer by ${dateTime(result.respondBy)}`}</span>}
      actions={isAsked && <Respond result={result} />}
    />
  );
}

function ResultStatus({ result: { placed } }: { result: LearnerResultView }) {
  const choice = useChoice();
  if (!placed)
    return (
      <Status tone="stopped" soft>
        <Trans>Not placed</Trans>
      </Status>
    );
  return (
    <Status tone="good" soft>
      {placed.rank === null ? <Trans>Placed by hand</Trans> : <Trans>Placed, {choice(placed.rank)}</Trans>}
    </Status>
  );
}

function Fairness({ roundId, result }: { roundId: string; result: LearnerResultView }) {
  const { t } = useLingui();
  return (
    <RailSection title={t`Was this fair?`}>
      <p className="sub">
        <Trans>
          The lottery’s seed was fixed before the deadline, and the whole allocation can be run again by anybody. In the
          published file you are:
        </Trans>
      </p>
      <p className="mono whole">{result.pseudonym}</p>
      <VerifyRun roundId={roundId} />
      <Link className="link sub" to="/rounds/$roundId/proof" params={{ roundId }}>
        <Trans>Proof and run file</Trans>
      </Link>
    </RailSection>
  );
}
