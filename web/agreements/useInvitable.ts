import type { InvitablePage } from '@collegium/contract/agreements/input';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';

/** People of a party who may be invited: of one’s own organisation all, of another those whose name has these letters. */
export function useInvitable(agreementId: string, organisationId: string, typed: string) {
  const [words] = useDebouncedValue(typed.trim(), 200);
  const { data } = useQuery({
    queryKey: ['agreements', agreementId, 'invitable', organisationId, words],
    queryFn: ({ signal }) =>
      api.get<InvitablePage>(`/agreements/${agreementId}/invitable`, { query: { organisationId, words }, signal }),
    placeholderData: (previous, before) => (before?.queryKey[3] === organisationId ? previous : undefined),
  });
  return (data?.items ?? []).map(({ personId, name }) => ({ value: personId, label: name }));
}
