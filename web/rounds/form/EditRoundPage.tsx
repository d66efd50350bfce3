import type { RoundView } from '@collegium/contract/rounds';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { roundChanged, roundQuery } from '../queries.ts';
import { RoundForm } from './RoundForm.tsx';
import { inputOf, valuesOf } from './values.ts';

const route = getRouteApi('/open/member/rounds/$roundId/edit');

/** Changes a draft. */
export function EditRoundPage() {
  const { t } = useLingui();
  const { text } = useFormat();
  const { roundId } = route.useParams();
  const navigate = useNavigate();
  const { data: round, error, isPending, refetch } = useQuery({ ...roundQuery(roundId), refetchOnWindowFocus: false });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  if (!round.abilities.change)
    return (
      <Empty
        title={t`This round cannot be changed`}
        why={t`It was opened already, or belongs to an organisation for which you do not act.`}
        action={
          <Link className="link" to="/rounds/$roundId" params={{ roundId }}>
            <Trans>Back to the round</Trans>
          </Link>
        }
      />
    );
  return (
    <>
      <PageHeader
        title={t`Change the round`}
        crumbs={[
          { label: t`Allocation rounds`, to: '/rounds' },
          { label: text(round.name), to: '/rounds/$roundId', params: { roundId } },
        ]}
      />
      <RoundForm
        key={round.version}
        initial={valuesOf(round)}
        submitLabel={t`Save`}
        onSave={async (values) => {
          const changed = await api.put<RoundView>(`/rounds/${roundId}`, inputOf(values), { ifMatch: round.version });
          await roundChanged(changed);
          await navigate({ to: '/rounds/$roundId', params: { roundId } });
        }}
      />
    </>
  );
}
