import type { PartnershipView } from '@collegium/contract/partnerships';
import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { useSession } from '../api/session.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { PartnershipForm } from './PartnershipForm.tsx';
import './partnerships.css';

/** Founds a partnership to which one's own organisation belongs. */
export function NewPartnershipPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { organisation } = useSession().acting;
  return (
    <>
      <PageHeader
        title={t`Found a partnership`}
        crumbs={[
          { label: t`Partners`, to: '/organisations' },
          { label: t`Partnerships`, to: '/partnerships' },
        ]}
        lede={t`It opens offers for partners alone to its members. Goals, working groups and what others see come after.`}
      />
      <PartnershipForm
        isNew
        initial={{
          name: '',
          model: 'consortium',
          purpose: '',
          organisations: [{ id: organisation.id, name: organisation.name }],
          roles: { [organisation.id]: 'lead' },
          unitIds: [],
        }}
        submitLabel={t`Found the partnership`}
        save={(input) => api.post<PartnershipView>('/partnerships', input)}
        onSaved={async ({ id }) => {
          await queryClient.invalidateQueries({ queryKey: ['partnerships'] });
          await navigate({ to: '/partnerships/$partnershipId', params: { partnershipId: id } });
        }}
      />
    </>
  );
}
