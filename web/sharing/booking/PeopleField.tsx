import type { PersonListItem } from '@collegium/contract/people';
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { itemsOf, pagesQuery } from '../../api/pages.ts';
import { useSession } from '../../api/session.ts';

interface PeopleFieldProps {
  label: string;
  description?: string;
  value: string[];
  onChange: (personIds: string[]) => void;
}

/** People of one’s own organisation, found by name; nothing for those who may not look them up. */
export function PeopleField({ label, description, value, onChange }: PeopleFieldProps) {
  const mayLook = useSession().permissions.includes('person:read');
  const [words, setWords] = useState('');
  const [settled] = useDebouncedValue(words, 200);
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const found = useInfiniteQuery({
    ...pagesQuery<PersonListItem>('/people', { words: settled, limit: 30 }),
    enabled: mayLook,
  });
  const listed = new Map(itemsOf<PersonListItem>(found.data).map(({ personId, name }) => [personId, name]));
  if (!mayLook) return null;
  const options = new Map([
    ...value.map((id): [string, string] => [id, known.get(id) ?? listed.get(id) ?? id]),
    ...listed,
  ]);
  return (
    <MultiSelect
      label={label}
      description={description}
      searchable
      filter={({ options: all }) => all}
      searchValue={words}
      onSearchChange={setWords}
      data={[...options].map(([id, name]) => ({ value: id, label: name }))}
      value={value}
      onChange={(ids) => {
        setKnown(new Map(ids.map((id): [string, string] => [id, options.get(id) ?? id])));
        onChange(ids);
      }}
    />
  );
}
