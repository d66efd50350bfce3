import type { RankedListView } from '@collegium/contract/applications';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { Detail } from '../../ui/Detail.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { isPast } from '../is-past.ts';
import { OfferLine } from '../OfferLine.tsx';
import { rankedListQuery } from '../queries.ts';
import { ListStatus } from './ListStatus.tsx';
import { RoundRail } from './RoundRail.tsx';
import { WishEditor } from './WishEditor.tsx';
import '../applications.css';

const route = getRouteApi('/open/member/rounds/$roundId/application');

/** The learner's ranked list in a round: edited until it closes, read afterwards. */
export function RankedListPage() {
  const { roundId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(rankedListQuery(roundId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return data.abilities.change ? <WishEditor key={roundId} view={data} /> : <Closed view={data} />;
}

function Closed({ view }: { view: RankedListView }) {
  const { t } = useLingui();
  const { text, number, dateTime } = useFormat();
  const { round, application } = view;
  const hasOpened = isPast(round.opensAt);
  const name = text(round.name);
  return (
    <>
      <PageHeader
        title={t`Your wishes: ${name}`}
        crumbs={[{ label: t`My applications`, to: '/applications' }]}
        status={<ListStatus view={view} hasChanges={false} />}
      />
      <Detail rail={<RoundRail round={round} />} railLabel={t`How the round works`}>
        <Note tone="idle" action={round.state === 'published' && <ResultLink roundId={round.id} />}>
          {hasOpened ? (
            <Trans>The round closed on {dateTime(round.closesAt)}. The list stands as it is.</Trans>
          ) : (
            <Trans>The round opens on {dateTime(round.opensAt)}. Then you can put your wishes in order here.</Trans>
          )}
        </Note>
        {application && (
          <Section title={t`Your list`}>
            <ol className="rows">
              {application.wishes.map(({ rank, offer }) => (
                <li key={offer.id}>
                  <OfferLine offer={offer} lead={rank === null ? undefined : number(rank)} />
                </li>
              ))}
            </ol>
          </Section>
        )}
      </Detail>
    </>
  );
}

function ResultLink({ roundId }: { roundId: string }) {
  return (
    <Link className="link" to="/rounds/$roundId/result" params={{ roundId }}>
      <Trans>See the result and why</Trans>
    </Link>
  );
}
