import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconChevronDown } from '@tabler/icons-react';
import { lazy } from 'react';
import { MenuOnDemand } from '../../ui/MenuOnDemand.tsx';

/** An act of the owner, by its name in the reader's language. */
export interface OwnerAct {
  name: string;
  start: () => void;
}

const load = () => import('./OwnerMenuPanel.tsx').then((module) => ({ default: module.OwnerMenuPanel }));
const OwnerMenuPanel = lazy(load);

/** What an owner does now and then, behind one button. */
export function OwnerMenu({ acts }: { acts: readonly OwnerAct[] }) {
  if (acts.length === 0) return null;
  return (
    <MenuOnDemand
      load={load}
      renderPanel={(target) => <OwnerMenuPanel target={target} acts={acts} />}
      button={
        <Button rightSection={<IconChevronDown size={16} aria-hidden />}>
          <Trans>Manage</Trans>
        </Button>
      }
    />
  );
}
