import type { PartnershipView } from '@collegium/contract/partnerships';
import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { useSession } from '../api/session.ts';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { PartnershipForm } from './PartnershipForm.tsx';
import { partnershipQuery } from './partnership-query.ts';
import './partnerships.css';

const route = getRouteApi('/open/member/partnerships/$partnershipId/edit');

/** Changes name, purpose, members and their roles, and one's own units. */
export function EditPartnershipPage() {
  const { partnershipId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(partnershipQuery(partnershipId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return <Edit view={data} />;
}

function Edit({ view }: { view: PartnershipDetail }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const own = useSession().acting.organisation.id;
  const { id, name, model, purpose, version } = view;
  const members = view.members.filter(({ leftOn }) => leftOn === null);
  const units = members.find(({ organisation }) => organisation.id === own)?.units ?? [];
  return (
    <>
      <PageHeader title={t`Change ${name}`} crumbs={[{ label: t`Partnerships`, to: '/partnerships' }]} />
      <PartnershipForm
        initial={{
          name,
          model,
          purpose,
          organisations: members.map(({ organisation }) => organisation),
          roles: Object.fromEntries(members.map(({ organisation, role }) => [organisation.id, role])),
          unitIds: units.map((unit) => unit.id),
        }}
        submitLabel={t`Save changes`}
        save={(input) => api.put<PartnershipView>(`/partnerships/${id}`, input, { ifMatch: version })}
        onSaved={async () => {
          await queryClient.invalidateQueries({ queryKey: ['partnerships'] });
          await navigate({ to: '/partnerships/$partnershipId', params: { partnershipId: id } });
        }}
      />
    </>
  );
}
