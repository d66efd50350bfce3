import type { ApplicationView } from '@collegium/contract/applications';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Detail } from '../ui/Detail.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Note } from '../ui/Note.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Section } from '../ui/Section.tsx';
import { ApplicationActions } from './ApplicationActions.tsx';
import { ApplicationRail } from './ApplicationRail.tsx';
import { ApplicationStatus } from './ApplicationStatus.tsx';
import { OfferLine } from './OfferLine.tsx';
import { applicationQuery } from './queries.ts';
import { useNextStep } from './useNextStep.ts';
import { useTitle } from './useTitle.ts';
import './applications.css';

const route = getRouteApi('/open/member/applications/$applicationId');

/** One application: how it stands, what comes next, the list of wishes, and the learner's own words. */
export function ApplicationPage() {
  const { t } = useLingui();
  const { applicationId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(applicationQuery(applicationId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return (
    <>
      <Header application={data} />
      <Detail rail={<ApplicationRail application={data} />} railLabel={t`Dates and people`}>
        <NextStep application={data} />
        {data.offer && (
          <Section title={data.round ? t`The place` : t`The offer`}>
            <OfferLine offer={data.offer} />
          </Section>
        )}
        <Wishes application={data} />
        {data.statement !== '' && (
          <Section title={t`In the learner’s own words`}>
            <p className="reader-words">{data.statement}</p>
          </Section>
        )}
        {data.reason && (
          <Section title={t`Reason given`}>
            <p className="reader-words">{data.reason}</p>
          </Section>
        )}
      </Detail>
    </>
  );
}

function Header({ application }: { application: ApplicationView }) {
  const { t } = useLingui();
  const title = useTitle()(application);
  const isOwn = useSession().person.id === application.person.id;
  return (
    <PageHeader
      title={isOwn ? title : application.person.name}
      crumbs={[{ label: isOwn ? t`My applications` : t`Applications`, to: '/applications' }]}
      status={<ApplicationStatus state={application.state} soft />}
      facts={<span>{isOwn ? application.offer?.provider.name : title}</span>}
      actions={<ApplicationActions application={application} />}
    />
  );
}

/** The one thing to do now, for the learner. */
function NextStep({ application }: { application: ApplicationView }) {
  const nextStep = useNextStep();
  const isOwn = useSession().person.id === application.person.id;
  if (!isOwn) return null;
  const tone = application.state === 'accepted' ? 'good' : application.abilities.accept ? 'wait' : 'active';
  return (
    <Note tone={tone} action={<NextLink application={application} />}>
      {nextStep(application)}
    </Note>
  );
}

/** States of a ranked list for which the published result has an explanation. */
const explained = new Set<ApplicationView['state']>(['offered', 'accepted', 'declined', 'unplaced']);

function NextLink({ application: { round, state, abilities } }: { application: ApplicationView }) {
  if (!round) return null;
  if (abilities.change)
    return (
      <Link className="link" to="/rounds/$roundId/application" params={{ roundId: round.id }}>
        <Trans>Change my list</Trans>
      </Link>
    );
  if (!explained.has(state)) return null;
  return (
    <Link className="link" to="/rounds/$roundId/result" params={{ roundId: round.id }}>
      <Trans>Why this result?</Trans>
    </Link>
  );
}

function Wishes({ application: { wishes } }: { application: ApplicationView }) {
  const { t } = useLingui();
  const { number } = useFormat();
  if (wishes.length === 0) return null;
  return (
    <Section title={wishes[0]?.rank === null ? t`Wishes for your offers` : t`Wishes in order`}>
      <ol className="rows">
        {wishes.map(({ rank, offer }) => (
          <li key={offer.id}>
            <OfferLine offer={offer} lead={rank === null ? undefined : number(rank)} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
