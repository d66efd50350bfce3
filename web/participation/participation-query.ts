import type { ParticipationView } from '@collegium/contract/participation/views';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';

/** One participation with everything its pages show. */
export function participationQuery(id: string) {
  return queryOptions({
    queryKey: ['participations', id],
    queryFn: ({ signal }) => api.get<ParticipationView>(`/participations/${id}`, { signal }),
  });
}

/** After a change: shows the answer at once, and asks again for whatever else it may have changed. */
export async function participationChanged(view: ParticipationView): Promise<void> {
  queryClient.setQueryData(participationQuery(view.id).queryKey, view);
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['participations', 'pages'] }),
    queryClient.invalidateQueries({ queryKey: ['today'] }),
    queryClient.invalidateQueries({ queryKey: ['session'] }),
  ]);
}
