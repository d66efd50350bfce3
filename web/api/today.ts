import type { TodayView } from '@collegium/contract/today';
import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

/** What waits for the reader and what changed: the page Today and the counts of the navigation. */
export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: ({ signal }) => api.get<TodayView>('/today', { signal }),
  refetchInterval: 60_000,
});
