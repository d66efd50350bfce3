import type { OfferListItem } from '@collegium/contract/offers/catalogue';
import type { ServedOffer } from '@collegium/contract/sharing/resources';
import { MultiSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { itemsOf, pagesQuery } from '../../api/pages.ts';
import { useFormat } from '../../i18n/useFormat.ts';

interface OffersFieldProps {
  organisationId: string;
  served: readonly ServedOffer[];
  value?: string[];
  onChange: (value: string[]) => void;
  error?: ReactNode;
}

/** Offers that a resource serves: own ones at once, others by words. */
export function OffersField({ organisationId, served, value = [], onChange, error }: OffersFieldProps) {
  const { t } = useLingui();
  const { text } = useFormat();
  const [words, setWords] = useState('');
  const [settled] = useDebouncedValue(words.trim(), 200);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(
    () => new Map(served.map(({ id, title, organisationName }) => [id, t`${text(title)}, ${organisationName}`])),
  );
  const asked = settled === '' ? { organisation: [organisationId] } : { words: settled };
  const found = useInfiniteQuery(pagesQuery<OfferListItem>('/offers', { ...asked, limit: 30 }));
  const listed = itemsOf(found.data).map(({ id, title, provider }): [string, string] => [
    id,
    t`${text(title)}, ${provider.name}`,
  ]);
  const options = new Map([...chosen, ...listed]);
  return (
    <MultiSelect
      label={t`Offers it serves`}
      description={t`Courses and other offers of yours, or of organisations with which you share a partnership. Their pages say that they use it.`}
      searchable
      filter={({ options: all }) => all}
      searchValue={words}
      onSearchChange={setWords}
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
