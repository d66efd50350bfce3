import type { OrganisationView } from '@collegium/contract/organisations';
import type { InterestList, PartnershipDetail, SuggestionList } from '@collegium/contract/partnerships/views';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';

/** The page of a partnership, as far as the reader may see it. */
export function partnershipQuery(id: string) {
  return queryOptions({
    queryKey: ['partnerships', id],
    queryFn: ({ signal }) => api.get<PartnershipDetail>(`/partnerships/${id}`, { signal }),
  });
}

/** Partners that fit, with every reason. */
export const suggestionsQuery = queryOptions({
  queryKey: ['partnerships', 'suggestions'],
  queryFn: ({ signal }) => api.get<SuggestionList>('/partner-suggestions', { signal }),
});

/** What an organisation is strong in and looks for. */
export function interestsQuery(organisationId: string) {
  return queryOptions({
    queryKey: ['partnerships', 'interests', organisationId],
    queryFn: ({ signal }) => api.get<InterestList>(`/organisations/${organisationId}/interests`, { signal }),
  });
}

/** The units of one's own organisation. */
export function ownUnitsQuery(organisationId: string) {
  return queryOptions({
    queryKey: ['organisations', organisationId],
    queryFn: ({ signal }) => api.get<OrganisationView>(`/organisations/${organisationId}`, { signal }),
    select: ({ units }) => units,
  });
}

/** Every act on the page answers with the page. */
export function partnershipChanged(detail: PartnershipDetail): void {
  queryClient.setQueryData(['partnerships', detail.id], detail);
}
