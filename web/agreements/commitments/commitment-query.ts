import type { AgreementCommitments, CommitmentDetail, EntryView } from '@collegium/contract/commitments/views';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { pagesQuery } from '../../api/pages.ts';
import { queryClient } from '../../api/query-client.ts';

/** The promises of an agreement, its health, and who gave and took. */
export function commitmentsQuery(agreementId: string) {
  return queryOptions({
    queryKey: ['agreements', agreementId, 'commitments'],
    queryFn: ({ signal }) => api.get<AgreementCommitments>(`/agreements/${agreementId}/commitments`, { signal }),
  });
}

/** One promise with what people recorded and disputed. */
export function commitmentQuery(id: string) {
  return queryOptions({
    queryKey: ['commitments', id],
    queryFn: ({ signal }) => api.get<CommitmentDetail>(`/commitments/${id}`, { signal }),
  });
}

/** The rows behind a figure. */
export function rowsQuery(id: string, period: number) {
  return pagesQuery<EntryView>(`/commitments/${id}/rows`, { period });
}

/** Figures follow from the record a moment later, so the page asks again then. */
const followsAfterMs = 1_500;

/** After a record or an answer: asks again, and once more when the figure has followed. */
export async function commitmentChanged(): Promise<void> {
  setTimeout(() => void askAgain(), followsAfterMs);
  await askAgain();
}

async function askAgain(): Promise<void> {
  await Promise.all([['agreements'], ['commitments']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
