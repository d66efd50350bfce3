import type { OrganisationPage } from '@collegium/contract/organisations';
import { useLingui } from '@lingui/react/macro';
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api } from '../api/client.ts';

interface OrganisationsFieldProps {
  label: string;
  hint?: string;
  /** Chosen organisations. */
  value: readonly { id: string; name: string }[];
  onChange: (value: { id: string; name: string }[]) => void;
  error?: ReactNode;
}

/** Organisations of the network, found by words. */
export function OrganisationsField({ label, hint, value, onChange, error }: OrganisationsFieldProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed, 250);
  const found = useQuery({
    queryKey: ['organisations', 'words', words],
    queryFn: ({ signal }) => api.get<OrganisationPage>('/organisations', { query: { words, limit: 30 }, signal }),
    placeholderData: keepPreviousData,
  });
  const names = new Map([...value, ...(found.data?.items ?? [])].map(({ id, name }) => [id, name]));
  return (
    <MultiSelect
      label={label}
      description={hint}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={t`No organisation has these words.`}
      data={[...names].map(([id, name]) => ({ value: id, label: name }))}
      value={value.map(({ id }) => id)}
      onChange={(ids) => onChange(ids.map((id) => ({ id, name: names.get(id) ?? '' })))}
      error={error}
    />
  );
}
