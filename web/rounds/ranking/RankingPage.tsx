import type { RankingView } from '@collegium/contract/ranking';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { rankingQuery } from '../queries.ts';
import { RankingEditor } from './RankingEditor.tsx';
import '../rounds.css';

const route = getRouteApi('/open/member/rounds/$roundId/offers/$offerId/ranking');

/** A provider puts those who wish for its offer in order. */
export function RankingPage() {
  const { t } = useLingui();
  const { roundId, offerId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery({
    ...rankingQuery(roundId, offerId),
    refetchOnWindowFocus: false,
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return (
    <>
      <Header ranking={data} />
      <Hint ranking={data} />
      {data.applicants.length === 0 ? (
        <Empty
          title={t`Nobody wishes for this offer yet`}
          why={t`Those who put it on their list appear here. You can rank until the round is run.`}
        />
      ) : (
        <RankingEditor key={data.version} ranking={data} />
      )}
    </>
  );
}

function Header({ ranking: { round, offer, applicants } }: { ranking: RankingView }) {
  const { t } = useLingui();
  const { text } = useFormat();
  return (
    <PageHeader
      title={text(offer.title)}
      crumbs={[
        { label: t`Allocation rounds`, to: '/rounds' },
        { label: text(round.name), to: '/rounds/$roundId', params: { roundId: round.id } },
      ]}
      facts={
        <>
          <span className="num">
            <Plural value={offer.places} one="# place" other="# places" />
          </span>
          <span className="num">
            <Plural value={applicants.length} one="# applicant" other="# applicants" />
          </span>
        </>
      }
    />
  );
}

function Hint({ ranking: { round, abilities } }: { ranking: RankingView }) {
  const { dateTime } = useFormat();
  if (!abilities.change)
    return (
      <Note tone="idle">
        <Trans>
          This ranking cannot be changed any more: the round was run, or offers are not ranked by providers in it.
        </Trans>
      </Note>
    );
  if (round.state === 'open')
    return (
      <Note>
        <Trans>
          Learners may change their lists until {dateTime(round.closesAt)}; you can rank now and complete it after that.
        </Trans>
      </Note>
    );
  return (
    <Note tone="wait">
      <Trans>The lists are final. Rank those who wish for your offer before the coordinator runs the round.</Trans>
    </Note>
  );
}
