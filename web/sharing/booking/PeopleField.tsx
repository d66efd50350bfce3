import type { GuestList } from '@collegium/contract/sharing/guests';
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useLingui } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useProblemWords } from '../../ui/useProblemWords.ts';

export type Guest = GuestList['items'][number];

interface PeopleFieldProps {
  label: string;
  description?: string;
  value: readonly Guest[];
  onChange: (guests: Guest[]) => void;
}

/** People to be invited: found by part of the name among those whom one knows, others by the whole mail address. */
export function PeopleField({ label, description, value, onChange }: PeopleFieldProps) {
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const [settled] = useDebouncedValue(words.trim(), 300);
  const isAsked = settled.length >= 2;
  const { data, error, isFetching } = useQuery({
    queryKey: ['bookings', 'guests', settled],
    queryFn: ({ signal }) => api.post<GuestList>('/bookings/guests', { words: settled }, { signal }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
  const { title } = useProblemWords(error);
  const listed = isAsked ? (data?.items ?? []) : [];
  const guests = new Map([...listed, ...value].map((guest) => [guest.personId, guest]));
  const isAnswered = isAsked && !isFetching && settled === words.trim();
  return (
    <MultiSelect
      label={label}
      description={description}
      placeholder={value.length === 0 ? t`Two letters of a name, or a whole mail address` : ''}
      searchable
      filter={({ options }) => options}
      searchValue={words}
      onSearchChange={setWords}
      data={[...guests.values()].map(({ personId, name }) => ({ value: personId, label: name }))}
      nothingFoundMessage={isAnswered && t`Nobody is found. Type the whole mail address of somebody elsewhere.`}
      value={value.map(({ personId }) => personId)}
      onChange={(ids) => onChange(ids.flatMap((id) => guests.get(id) ?? []))}
      error={error && title}
    />
  );
}
