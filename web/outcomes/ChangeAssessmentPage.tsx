import type { OutcomeView } from '@collegium/contract/outcomes';
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
import { assessmentOf } from './assessment-values.ts';
import { outcomeQuery } from './outcome-query.ts';
import './outcomes.css';

const route = getRouteApi('/open/member/outcomes/$outcomeId/assessment');

/** The provider changes an assessment until the learner has countersigned it. */
export function ChangeAssessmentPage() {
  const { t } = useLingui();
  const { text } = useFormat();
  const { outcomeId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(outcomeQuery(outcomeId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return (
    <>
      <PageHeader
        crumbs={[{ label: text(data.offer.title), to: '/outcomes/$outcomeId', params: { outcomeId } }]}
        title={t`Change the assessment of ${data.learner.name}`}
      />
      {data.abilities.assess ? (
        <AssessmentForm
          goals={data.goals}
          initial={assessmentOf(data)}
          onSend={(body) => api.put<OutcomeView>(`/outcomes/${data.id}`, body, { ifMatch: data.version })}
          sendLabel={t`Save the assessment`}
        />
      ) : (
        <Empty
          title={t`This assessment no longer changes`}
          why={t`The learner has countersigned it, or another organisation made it.`}
        />
      )}
    </>
  );
}
