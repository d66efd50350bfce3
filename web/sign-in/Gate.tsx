import { Button, Menu } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconLanguage } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ColourSchemeItems } from '../shell/ColourSchemeItems.tsx';
import { LanguageItems } from '../shell/LanguageItems.tsx';
import { Brand } from '../shell/Brand.tsx';
import { usePageTitle } from '../ui/usePageTitle.ts';

/** The frame of the pages before somebody is signed in. `beside` stands next to the form on wide screens. */
export function Gate({ title, children, beside }: { title: string; children: ReactNode; beside?: ReactNode }) {
  const { t } = useLingui();
  usePageTitle(title);
  return (
    <main className={beside ? 'gate gate-two' : 'gate'}>
      <div className="gate-top">
        <Brand />
        <Menu width={200}>
          <Menu.Target>
            <Button
              size="xs"
              variant="subtle"
              color="stone"
              leftSection={<IconLanguage size={16} stroke={1.6} />}
              aria-label={t`Language and colours`}
            >
              <span>
                <span lang="en">English</span> / <span lang="zh-CN">中文</span>
              </span>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <LanguageItems />
            <Menu.Divider />
            <ColourSchemeItems />
          </Menu.Dropdown>
        </Menu>
      </div>
      <div className="gate-main">
        <h1>{title}</h1>
        {children}
      </div>
      {beside}
    </main>
  );
}
