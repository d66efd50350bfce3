import type { LibraryClause } from '@collegium/contract/agreements/library';
import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useFormat } from '../../i18n/useFormat.ts';
import { templateNames } from '../words.ts';

interface LibrarySelectProps {
  items: readonly LibraryClause[];
  /** The place in `items`, as a string. */
  value: string | null;
  onChange: (value: string | null) => void;
}

/** A clause of the library, found by words; one's own stand first, then those of each template. */
export function LibrarySelect({ items, value, onChange }: LibrarySelectProps) {
  const { t } = useLingui();
  const { text } = useFormat();
  const nameOf = (source: string) => {
    const name = templateNames[source];
    return name ? t(name) : source;
  };
  const labelOf = ({ id, number, clause }: LibraryClause) =>
    id === null ? text(clause.title) : t`${text(clause.title)} (version ${number})`;
  const groups = [...new Set(items.map(({ source }) => source))].map((source) => ({
    group: nameOf(source),
    items: items.flatMap((item, index) =>
      item.source === source ? [{ value: String(index), label: labelOf(item) }] : [],
    ),
  }));
  return (
    <Select
      label={t`From the library`}
      searchable
      clearable
      data={groups}
      value={value}
      onChange={onChange}
      nothingFoundMessage={t`No clause has these words.`}
    />
  );
}
