import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { participationQuery } from './participation-query.ts';
import { PlanForm } from './PlanForm.tsx';
import { useListTitle } from './useListTitle.ts';
import './participation.css';
import './plan-and-journal.css';

const route = getRouteApi('/open/member/participations/$participationId/plan/new');

/** Proposes a plan, or a change of it. */
export function ProposePlanPage() {
  const { participationId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(participationQuery(participationId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return <Proposal view={data} />;
}

function Proposal({ view }: { view: ParticipationView }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const params = { participationId: view.id };
  return (
    <>
      <PageHeader
        crumbs={[
          { label: useListTitle(), to: '/participations' },
          { label: text(view.offer.title), to: '/participations/$participationId', params },
          { label: t`Plan`, to: '/participations/$participationId/plan', params },
        ]}
        title={view.planInForce === null ? t`Propose the plan` : t`Propose a change`}
        lede={
          view.planInForce === null
            ? t`It is in force when the learner, the provider and the home organisation have approved it.`
            : t`The signed version applies until all three parties have approved the change.`
        }
      />
      <PlanForm view={view} />
    </>
  );
}
