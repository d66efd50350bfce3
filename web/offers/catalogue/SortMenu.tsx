import { Menu, UnstyledButton } from '@mantine/core';
import { catalogueSorts } from '@collegium/contract/offers/terms';
import { useLingui } from '@lingui/react/macro';
import { IconCheck } from '@tabler/icons-react';
import { sortNames } from '../names.ts';
import type { CatalogueSearch } from './search.ts';

/** The order of the list. What matches best can only be said when there are words to match. */
export function SortMenu({
  search,
  onChoose,
}: {
  search: CatalogueSearch;
  onChoose: (change: CatalogueSearch) => void;
}) {
  const { t } = useLingui();
  const offered = catalogueSorts.filter((sort) => sort !== 'match' || search.words !== undefined);
  const current = offered.find((sort) => sort === search.sort) ?? 'newest';
  const name = t(sortNames[current]);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton className="link">{t`Sort: ${name}`}</UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map((sort) => (
          <Menu.Item
            key={sort}
            role="menuitemradio"
            aria-checked={sort === current}
            leftSection={<IconCheck size={14} aria-hidden visibility={sort === current ? undefined : 'hidden'} />}
            onClick={() => onChoose({ sort: sort === 'newest' ? undefined : sort })}
          >
            {t(sortNames[sort])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
