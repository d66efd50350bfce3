import type { OutcomeView } from '@collegium/contract/outcomes';
import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { AssessmentForm } from './AssessmentForm.tsx';
import { emptyAssessment } from './assessment-values.ts';
import './outcomes.css';

const route = getRouteApi('/open/member/participations/$participationId/assessment');

/** The provider assesses a participation against every goal of its plan. */
export function AssessPage() {
  const { participationId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['participations', participationId],
    queryFn: ({ signal }) => api.get<ParticipationView>(`/participations/${participationId}`, { signal }),
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return <Assess view={data} />;
}

function Assess({ view }: { view: ParticipationView }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const plan = view.plans.find((one) => one.number === view.planInForce);
  const params = { participationId: view.id };
  return (
    <>
      <PageHeader
        crumbs={[{ label: text(view.offer.title), to: '/participations/$participationId', params }]}
        title={t`Assess ${view.learner.name}`}
        lede={t`Each goal of the plan once. ${view.learner.name} countersigns in own words, then ${view.home.name} decides on the credits.`}
      />
      {plan && view.abilities.assess ? (
        <AssessmentForm
          goals={plan.goals}
          initial={emptyAssessment(plan.goals, view.offer.creditsEcts)}
          onSend={(body) => api.post<OutcomeView>(`/participations/${view.id}/outcome`, body)}
          sendLabel={t`Assess for ${view.provider.name}`}
        />
      ) : (
        <Empty
          title={t`There is nothing to assess here`}
          why={t`Either it was assessed already, or it has not begun, or another organisation does it.`}
        />
      )}
    </>
  );
}
