import type { ResourceListItem, ResourceView } from '@collegium/contract/sharing/resources';
import { MultiSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { resourcesQuery } from '../queries.ts';

interface PartsFieldProps {
  /** As it stands; undefined while it is new. */
  resource: ResourceView | undefined;
  value?: string[];
  onChange: (value: string[]) => void;
  error?: ReactNode;
}

/** Other resources of the owner that are booked with this one, found by words. */
export function PartsField({ resource, value = [], onChange, error }: PartsFieldProps) {
  const { t } = useLingui();
  const { text } = useFormat();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 200);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(
    () => new Map(resource?.parts.map(({ id, name }) => [id, text(name)])),
  );
  const found = useInfiniteQuery(resourcesQuery({ own: true, words: settled === '' ? undefined : settled }));
  const listed = (found.data?.pages ?? [])
    .flatMap(({ items }): ResourceListItem[] => items)
    .filter(({ id, state }) => id !== resource?.id && state !== 'retired')
    .map(({ id, name }): [string, string] => [id, text(name)]);
  const options = new Map([...chosen, ...listed]);
  return (
    <MultiSelect
      label={t`Booked with it`}
      description={t`Other resources of yours: whoever books this books these as well, or nothing.`}
      searchable
      filter={({ options: all }) => all}
      searchValue={typed}
      onSearchChange={setTyped}
      data={[...options].map(([id, label]) => ({ value: id, label }))}
      value={value}
      onChange={(ids) => {
        setChosen(new Map(ids.map((id): [string, string] => [id, options.get(id) ?? id])));
        onChange(ids);
      }}
      error={error}
    />
  );
}
