import type { CommentPage } from '@collegium/contract/agreements/comments';
import type { AgreementView, VersionText } from '@collegium/contract/agreements/views';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';

/** One agreement with everything its pages show. */
export function agreementQuery(id: string) {
  return queryOptions({
    queryKey: ['agreements', id],
    queryFn: ({ signal }) => api.get<AgreementView>(`/agreements/${id}`, { signal }),
  });
}

/** The text of one version. A version that is proposed never changes, so it is read once. */
export function versionQuery(id: string, number: number) {
  return queryOptions({
    queryKey: ['agreements', id, 'versions', number],
    queryFn: ({ signal }) => api.get<VersionText>(`/agreements/${id}/versions/${number}`, { signal }),
    staleTime: 60_000,
  });
}

/** Comments and suggestions, as they were written. */
export function commentsQuery(id: string) {
  return queryOptions({
    queryKey: ['agreements', id, 'comments'],
    queryFn: ({ signal }) => api.get<CommentPage>(`/agreements/${id}/comments`, { query: { limit: 100 }, signal }),
  });
}

/** After a change: asks again for whatever it may have moved. */
export async function agreementChanged(): Promise<void> {
  await Promise.all(
    [['agreements'], ['today'], ['session']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  );
}
