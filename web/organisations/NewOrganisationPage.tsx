import type { OrganisationView } from '@collegium/contract/organisations';
import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';

/** Adds an organisation to the register. */
export function NewOrganisationPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={t`Add an organisation`}
        crumbs={[{ label: t`Partners`, to: '/organisations' }]}
        lede={t`Search the register first: one organisation has one entry, whoever works with it.`}
      />
      <OrganisationForm
        initial={{ kind: 'university', name: '', shortMark: '' }}
        submitLabel={t`Add organisation`}
        save={(input) => api.post<OrganisationView>('/organisations', input)}
        onSaved={async ({ id }) => {
          await queryClient.invalidateQueries({ queryKey: ['organisations'] });
          await navigate({ to: '/organisations/$organisationId', params: { organisationId: id } });
        }}
      />
    </>
  );
}
