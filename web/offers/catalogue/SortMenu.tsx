import { UnstyledButton } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { lazy } from 'react';
import { MenuOnDemand } from '../../ui/MenuOnDemand.tsx';
import { sortNames } from '../names.ts';
import { offeredSorts, type CatalogueSearch } from './search.ts';

const load = () => import('./SortMenuPanel.tsx').then((module) => ({ default: module.SortMenuPanel }));
const SortMenuPanel = lazy(load);

interface SortMenuProps {
  search: CatalogueSearch;
  onChoose: (change: CatalogueSearch) => void;
}

/** The order of the list. */
export function SortMenu({ search, onChoose }: SortMenuProps) {
  const { t } = useLingui();
  const name = t(sortNames[offeredSorts(search).current]);
  return (
    <MenuOnDemand
      load={load}
      renderPanel={(target) => <SortMenuPanel target={target} search={search} onChoose={onChoose} />}
      button={<UnstyledButton className="link">{t`Sort: ${name}`}</UnstyledButton>}
    />
  );
}
