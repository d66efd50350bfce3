import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../i18n/useFormat.ts';
import { Detail } from '../ui/Detail.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Section } from '../ui/Section.tsx';
import { Status } from '../ui/Status.tsx';
import { ApprovePlan } from './ApprovePlan.tsx';
import { participationQuery } from './participation-query.ts';
import { PlanChanges } from './PlanChanges.tsx';
import { PlanDocument } from './PlanDocument.tsx';
import { PlanRail } from './PlanRail.tsx';
import { useListTitle } from './useListTitle.ts';
import './participation.css';
import './plan-and-journal.css';

const route = getRouteApi('/open/member/participations/$participationId/plan');

/** The plan of a participation: the version in force, the one that waits, what it would change, and who signed. */
export function PlanPage() {
  const { participationId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(participationQuery(participationId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return <Plan view={data} />;
}

function Plan({ view }: { view: ParticipationView }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const [chosen, setChosen] = useState(view.planWaiting ?? view.planInForce);
  const plan = view.plans.find((one) => one.number === chosen);
  const before = plan && view.plans.find((one) => one.agreedAt !== null && one.number < plan.number);
  const params = { participationId: view.id };
  return (
    <>
      <PageHeader
        crumbs={[
          { label: useListTitle(), to: '/participations' },
          { label: text(view.offer.title), to: '/participations/$participationId', params },
        ]}
        title={plan ? t`Plan, version ${plan.number}` : t`Plan`}
        status={plan && <VersionStatus view={view} number={plan.number} />}
        actions={
          view.abilities.proposePlan && (
            <Button
              className="grow"
              leftSection={<IconPencil size={16} aria-hidden />}
              renderRoot={(props) => <Link to="/participations/$participationId/plan/new" params={params} {...props} />}
            >
              {view.plans.length === 0 ? t`Propose the plan` : t`Propose a change`}
            </Button>
          )
        }
      />
      {plan ? (
        <Detail
          railLabel={t`Who signed, and other versions`}
          rail={<PlanRail view={view} plan={plan} onChoose={setChosen} />}
        >
          {plan.number === view.planWaiting && <ApprovePlan view={view} plan={plan} />}
          {before && (
            <Section title={t`What it changes`} aside={t`against version ${before.number}`}>
              <PlanChanges before={before} after={plan} />
            </Section>
          )}
          <PlanDocument plan={plan} />
        </Detail>
      ) : (
        <Empty
          title={t`There is no plan yet`}
          why={t`It says what will be learnt, when, for how long and with whom. All three parties approve it.`}
        />
      )}
    </>
  );
}

/** How a version stands: in force, waiting, replaced, or never agreed. */
export function VersionStatus({ view, number }: { view: ParticipationView; number: number }) {
  const { t } = useLingui();
  if (number === view.planInForce) return <Status tone="good" soft>{t`In force`}</Status>;
  if (number === view.planWaiting) return <Status tone="wait" soft>{t`Waiting for approval`}</Status>;
  const wasAgreed = view.plans.some((plan) => plan.number === number && plan.agreedAt !== null);
  return (
    <Status tone="idle" soft>
      {wasAgreed ? t`Replaced` : t`Never agreed`}
    </Status>
  );
}
