import type { GrantList, OpenedLearner } from '@collegium/contract/grants';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { pagesQuery } from '../api/pages.ts';

/** What clauses open to one's own organisation today. */
export function grantsQuery() {
  return queryOptions({
    queryKey: ['grants'],
    queryFn: ({ signal }) => api.get<GrantList>('/grants', { signal }),
  });
}

/** The learners whom a clause opens. Each answer is written down for them, so it is never asked for by itself again. */
export function openedQuery(grantId: string) {
  return {
    ...pagesQuery<OpenedLearner>(`/grants/${grantId}/learners`),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  };
}
