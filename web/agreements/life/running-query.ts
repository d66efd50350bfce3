import type { RunningPage } from '@collegium/contract/agreements/running';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

/** The latest participations that run under an agreement. */
export function runningQuery(agreementId: string) {
  return queryOptions({
    queryKey: ['agreements', agreementId, 'running'],
    queryFn: ({ signal }) =>
      api.get<RunningPage>(`/agreements/${agreementId}/running`, { query: { limit: 20 }, signal }),
  });
}
