import type { OutcomeView } from '@collegium/contract/outcomes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';

/** One outcome with the goals it was assessed against. */
export function outcomeQuery(id: string) {
  return queryOptions({
    queryKey: ['outcomes', id],
    queryFn: ({ signal }) => api.get<OutcomeView>(`/outcomes/${id}`, { signal }),
  });
}

/** After a change: shows the answer at once, and asks again for whatever else it may have changed. */
export async function outcomeChanged(view: OutcomeView): Promise<void> {
  queryClient.setQueryData(outcomeQuery(view.id).queryKey, view);
  await Promise.all(
    [['outcomes', 'pages'], ['participations'], ['today'], ['session']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );
}
