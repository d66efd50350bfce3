import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Detail } from '../ui/Detail.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { RichText } from '../ui/RichText.tsx';
import { Section } from '../ui/Section.tsx';
import { Status } from '../ui/Status.tsx';
import { Agreements } from './Agreements.tsx';
import { Decisions } from './Decisions.tsx';
import { Goals } from './Goals.tsx';
import { Members } from './Members.tsx';
import { PartnershipActions } from './PartnershipActions.tsx';
import { PartnershipRail } from './PartnershipRail.tsx';
import { partnershipQuery } from './partnership-query.ts';
import { Requests } from './Requests.tsx';
import { modelNames, phases } from './words.ts';
import './partnerships.css';

const route = getRouteApi('/open/partnerships/$partnershipId');

/** A partnership: who, why, what it offers and needs, agreements and their health, people, and what happened lately. */
export function PartnershipPage() {
  const { partnershipId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(partnershipQuery(partnershipId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return <Partnership view={data} />;
}

function Partnership({ view }: { view: PartnershipDetail }) {
  const { t } = useLingui();
  const { tone, name } = phases[view.phase];
  const current = view.members.filter(({ leftOn }) => leftOn === null).length;
  return (
    <>
      <PageHeader
        title={view.name}
        crumbs={[
          { label: t`Partners`, to: '/organisations' },
          { label: t`Partnerships`, to: '/partnerships' },
        ]}
        status={
          <Status tone={tone} soft>
            {t(name)}
          </Status>
        }
        facts={
          <>
            <span>{t(modelNames[view.model])}</span>
            {current > 0 && (
              <span>
                <Plural value={current} one="# member" other="# members" />
              </span>
            )}
          </>
        }
        actions={<PartnershipActions view={view} />}
      />
      <Detail railLabel={t`People, goals and what happened`} rail={<PartnershipRail view={view} />}>
        {view.requests.length > 0 && <Requests view={view} />}
        {view.endReason && (
          <p className="sub">
            <Trans>It ended: {view.endReason}</Trans>
          </p>
        )}
        {view.purpose && (
          <Section title={t`Why?`}>
            <RichText text={view.purpose} />
          </Section>
        )}
        {view.shown.includes('goals') && <Goals view={view} />}
        {view.members.length > 0 && <Members view={view} />}
        {view.shown.includes('agreements') && <Agreements view={view} />}
        {view.decisions.length > 0 && <Decisions decisions={view.decisions} />}
      </Detail>
    </>
  );
}
