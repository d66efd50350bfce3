import type { SupervisorList } from '@collegium/contract/participation/plans';
import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api } from '../api/client.ts';

interface SupervisorSelectProps {
  view: ParticipationView;
  party: 'provider' | 'home';
  label: string;
  value?: string | null;
  onChange: (id: string | null) => void;
  error?: ReactNode;
}

/** Chooses somebody on the staff of a party, by name. Nobody may be chosen. */
export function SupervisorSelect({ view, party, label, value = null, onChange, error }: SupervisorSelectProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const known = view.plans.flatMap((plan) => (party === 'home' ? plan.homeSupervisor : plan.providerSupervisor) ?? []);
  const [chosenName, setChosenName] = useState(known.find((person) => person.id === value)?.name);
  const [words] = useDebouncedValue(typed === chosenName ? '' : typed, 200);
  const { data } = useQuery({
    queryKey: ['participations', view.id, 'supervisors', party, words],
    queryFn: ({ signal }) =>
      api.get<SupervisorList>(`/participations/${view.id}/supervisors`, { query: { party, words }, signal }),
    placeholderData: keepPreviousData,
  });
  const found = data?.items ?? [];
  const people =
    value && chosenName && !found.some((person) => person.id === value)
      ? [{ id: value, name: chosenName }, ...found]
      : found;
  return (
    <Select
      label={label}
      placeholder={t`Nobody yet`}
      searchable
      clearable
      nothingFoundMessage={t`Nobody on the staff has this name`}
      data={people.map((person) => ({ value: person.id, label: person.name }))}
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value}
      onChange={(id) => {
        setChosenName(people.find((person) => person.id === id)?.name);
        onChange(id);
      }}
      error={error}
    />
  );
}
