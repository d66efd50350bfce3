import type { ApplicationView, RankedListView } from '@collegium/contract/applications';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';

/** One application as the reader may see it. */
export const applicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['applications', 'one', id],
    queryFn: ({ signal }) => api.get<ApplicationView>(`/applications/${id}`, { signal }),
  });

/** The reader's own list in a round. */
export const rankedListQuery = (roundId: string) =>
  queryOptions({
    queryKey: ['applications', 'round', roundId],
    queryFn: ({ signal }) => api.get<RankedListView>(`/rounds/${roundId}/application`, { signal }),
  });

/** An application was made or moved: whatever shows it, its offer or its round is read again. */
export async function applicationChanged(application: ApplicationView): Promise<void> {
  queryClient.setQueryData(applicationQuery(application.id).queryKey, application);
  await Promise.all(
    ['applications', 'offers', 'rounds', 'participations', 'session', 'today'].map((first) =>
      queryClient.invalidateQueries({ queryKey: [first] }),
    ),
  );
}
