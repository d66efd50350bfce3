import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy } from 'react';
import { useCommands } from '../shell/commands.ts';
import { MenuOnDemand } from '../ui/MenuOnDemand.tsx';

const load = () => import('./StartMenuPanel.tsx');
const Panel = lazy(async () => ({ default: (await load()).StartMenuPanel }));

/** What the reader may begin; nothing for somebody who may begin nothing. */
export function StartMenu() {
  const canBegin = useCommands().some(({ isBeginning }) => isBeginning);
  if (!canBegin) return null;
  const button = (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
      <Trans>Start something</Trans>
    </Button>
  );
  return <MenuOnDemand button={button} load={load} renderPanel={(target) => <Panel target={target} />} />;
}
