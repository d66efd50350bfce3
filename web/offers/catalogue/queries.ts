import type { FacetView, OfferPage } from '@collegium/contract/offers/catalogue';
import type { SavedSearchList } from '@collegium/contract/offers/saved-searches';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { CatalogueSearch } from './search.ts';

/** The offers that words and filters leave, page by page. */
export const catalogueQuery = (search: CatalogueSearch) =>
  infiniteQueryOptions({
    queryKey: ['offers', 'catalogue', search],
    queryFn: ({ signal, pageParam }) =>
      api.get<OfferPage>('/offers', { query: { ...search, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

/** How many offers each further choice would leave. Order does not matter to it. */
export const facetQuery = ({ sort: _sort, ...filters }: CatalogueSearch) =>
  queryOptions({
    queryKey: ['offers', 'facets', filters],
    queryFn: ({ signal }) => api.get<FacetView>('/offers/facets', { query: { ...filters }, signal }),
    placeholderData: keepPreviousData,
  });

/** The searches that the reader keeps. */
export const savedSearchesQuery = queryOptions({
  queryKey: ['saved-searches'],
  queryFn: async ({ signal }) => (await api.get<SavedSearchList>('/saved-searches', { signal })).items,
});
