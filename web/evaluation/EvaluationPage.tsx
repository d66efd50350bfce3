import type { EvaluationView } from '@collegium/contract/evaluation';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { evaluationQuery } from './evaluation-query.ts';
import { api } from '../api/client.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { CsvLink } from '../ui/CsvLink.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Figures } from '../ui/Figures.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { EvaluationFilters } from './EvaluationFilters.tsx';
import { EvaluationGroups } from './EvaluationGroups.tsx';
import { FunnelCharts } from './FunnelCharts.tsx';
import './evaluation.css';

const route = getRouteApi('/open/member/evaluation');

/** What came of the offers: computed from what happened, never typed in. */
export function EvaluationPage() {
  const { t } = useLingui();
  const query = evaluationQuery(route.useSearch());
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['evaluation', query],
    queryFn: ({ signal }) => api.get<EvaluationView>('/evaluation', { query, signal }),
    placeholderData: (previous) => previous,
  });
  return (
    <>
      <PageHeader
        title={t`Evaluation`}
        lede={t`Counted from offers, applications, participations and outcomes.`}
        actions={<CsvLink path="/evaluation.csv" query={query} />}
      />
      <EvaluationFilters terms={data?.terms ?? []} />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data && !error && <Findings view={data} />}
    </>
  );
}

function Findings({ view }: { view: EvaluationView }) {
  const { t } = useLingui();
  const { share, dateTime } = useFormat();
  const { total } = view;
  const orHidden = (value: number | null) => (value === null ? '–' : share(value));
  if (total.offers === 0 && total.applied === 0)
    return (
      <Empty
        title={t`There is nothing to evaluate yet`}
        why={t`Figures appear as soon as an offer that you may see here is published. Choose fewer filters to see more.`}
      />
    );
  return (
    <>
      <Figures
        items={[
          { figure: orHidden(total.fillRate), words: t`of the places filled` },
          { figure: orHidden(total.firstWishRate), words: t`of those placed by a round got their first wish` },
          { figure: orHidden(total.topThreeRate), words: t`got one of their first three wishes` },
          { figure: orHidden(total.completionRate), words: t`of those who started completed` },
        ]}
      />
      <FunnelCharts view={view} />
      <EvaluationGroups view={view} />
      <p className="cap">
        <Trans>
          Groups of fewer than {view.threshold} people are hidden, and so is whatever would give them away; the CSV
          hides the same. Counted {dateTime(view.countedAt)}.
        </Trans>
      </p>
    </>
  );
}
