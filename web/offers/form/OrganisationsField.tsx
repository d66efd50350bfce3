import type { OrganisationPage, OrganisationView } from '@collegium/contract/organisations';
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useLingui } from '@lingui/react/macro';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api } from '../../api/client.ts';

interface OrganisationsFieldProps {
  label: string;
  /** Ids. */
  value: string[];
  onChange: (value: string[]) => void;
  error?: ReactNode;
}

/** Organisations of the network, found by words. */
export function OrganisationsField({ label, value, onChange, error }: OrganisationsFieldProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed, 250);
  const found = useQuery({
    queryKey: ['organisations', 'words', words],
    queryFn: ({ signal }) => api.get<OrganisationPage>('/organisations', { query: { words, limit: 30 }, signal }),
    placeholderData: keepPreviousData,
  });
  const chosen = useQueries({
    queries: value.map((id) => ({
      queryKey: ['organisations', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.get<OrganisationView>(`/organisations/${id}`, { signal }),
      staleTime: Infinity,
    })),
  });
  const names = new Map(value.map((id, index) => [id, chosen[index]?.data?.name ?? '…']));
  for (const { id, name } of found.data?.items ?? []) names.set(id, name);
  return (
    <MultiSelect
      label={label}
      description={t`Learners of any of these`}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={t`No organisation has these words.`}
      data={[...names].map(([id, name]) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
