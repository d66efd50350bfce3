import type { AgreementFile } from '@collegium/contract/agreements/seal';
import type { SigningView } from '@collegium/contract/agreements/signing';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';

/** Who is to sign the version that all approved, and who did. */
export function signingQuery(agreementId: string) {
  return queryOptions({
    queryKey: ['agreements', agreementId, 'signing'],
    queryFn: ({ signal }) => api.get<SigningView>(`/agreements/${agreementId}/signing`, { signal }),
  });
}

/** The text of a version with its signatures and seal. A text with a hash never changes. */
export function agreementFileQuery(agreementId: string, number: number) {
  return queryOptions({
    queryKey: ['agreements', agreementId, 'file', number],
    queryFn: ({ signal }) => api.get<AgreementFile>(`/agreements/${agreementId}/versions/${number}/file`, { signal }),
  });
}

/** After an act of signing: everything about this agreement is read again, and what waits for the reader. */
export async function signingChanged(agreementId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['agreements', agreementId] }),
    queryClient.invalidateQueries({ queryKey: ['agreements', 'pages'] }),
    queryClient.invalidateQueries({ queryKey: ['today'] }),
    queryClient.invalidateQueries({ queryKey: ['session'] }),
  ]);
}
