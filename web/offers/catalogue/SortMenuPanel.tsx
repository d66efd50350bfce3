import { Menu } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { sortNames } from '../names.ts';
import { offeredSorts, type CatalogueSearch } from './search.ts';

interface SortMenuPanelProps {
  target: ReactElement;
  search: CatalogueSearch;
  onChoose: (change: CatalogueSearch) => void;
}

/** The orders to choose from. */
export function SortMenuPanel({ target, search, onChoose }: SortMenuPanelProps) {
  const { t } = useLingui();
  const { offered, current } = offeredSorts(search);
  return (
    <Menu defaultOpened position="bottom-end">
      <Menu.Target>{target}</Menu.Target>
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
