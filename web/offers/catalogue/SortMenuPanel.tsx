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
        <Menu.RadioGroup
          value={current}
          onChange={(sort) => onChoose({ sort: sort === 'newest' ? undefined : (sort as typeof current) })}
        >
          {offered.map((sort) => (
            <Menu.RadioItem key={sort} value={sort} closeMenuOnClick checkIcon={<IconCheck size={14} aria-hidden />}>
              {t(sortNames[sort])}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
