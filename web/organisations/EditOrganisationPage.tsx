import type { OrganisationView } from '@collegium/contract/organisations';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import { organisationQuery } from './organisation-query.ts';

const route = getRouteApi('/open/member/organisations/$organisationId/edit');

/** Changes what is recorded of an organisation. */
export function EditOrganisationPage() {
  const { t } = useLingui();
  const { organisationId } = route.useParams();
  const navigate = useNavigate();
  const { data, error, isPending, refetch } = useQuery(organisationQuery(organisationId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  const { kind, name, shortMark, country, city, website, description, linkResolver, openUrlBase, version } = data;
  return (
    <>
      <PageHeader
        title={t`Change ${name}`}
        crumbs={[
          { label: t`Partners`, to: '/organisations' },
          { label: name, to: '/organisations/$organisationId', params: { organisationId } },
        ]}
      />
      <OrganisationForm
        initial={{ kind, name, shortMark, country, city, website, description, linkResolver, openUrlBase }}
        submitLabel={t`Save changes`}
        save={(input) => api.put<OrganisationView>(`/organisations/${organisationId}`, input, { ifMatch: version })}
        onSaved={async (changed) => {
          queryClient.setQueryData(['organisations', organisationId], changed);
          await navigate({ to: '/organisations/$organisationId', params: { organisationId } });
        }}
      />
    </>
  );
}
