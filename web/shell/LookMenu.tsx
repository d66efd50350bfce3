import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { lazy } from 'react';
import { MenuOnDemand } from '../ui/MenuOnDemand.tsx';

const load = () => import('./LookMenuPanel.tsx').then((module) => ({ default: module.LookMenuPanel }));
const Panel = lazy(load);

/** Language and colours for somebody signed out. The button reads the same in every language. */
export function LookMenu() {
  const { t } = useLingui();
  return (
    <MenuOnDemand
      load={load}
      renderPanel={(target) => <Panel target={target} />}
      button={
        <Button
          size="xs"
          variant="subtle"
          color="stone"
          leftSection={<IconLanguage size={16} stroke={1.6} />}
          aria-label={t`English / 中文: language and colours`}
        >
          <span>
            <span lang="en">English</span> / <span lang="zh-CN">中文</span>
          </span>
        </Button>
      }
    />
  );
}
