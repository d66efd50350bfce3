import type { OrganisationView } from '@collegium/contract/organisations';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';

export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', id],
    queryFn: ({ signal }) => api.get<OrganisationView>(`/organisations/${id}`, { signal }),
  });
