import type { OrganisationPage } from '@collegium/contract/organisations';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';

/** An organisation that was chosen. */
export interface ChosenOrganisation {
  id: string;
  name: string;
}

/** Organisations of the network that have these words, once typing pauses. */
export function useFoundOrganisations(typed: string): readonly ChosenOrganisation[] {
  const [words] = useDebouncedValue(typed, 250);
  const { data } = useQuery({
    queryKey: ['organisations', 'words', words],
    queryFn: ({ signal }) => api.get<OrganisationPage>('/organisations', { query: { words, limit: 30 }, signal }),
    placeholderData: keepPreviousData,
  });
  return data?.items ?? [];
}
