import { useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { signOut } from '../api/sign-in.ts';
import { ColourSchemeItems } from './ColourSchemeItems.tsx';
import { LanguageItems } from './LanguageItems.tsx';

/** Language, colours, and the way out. */
export function PersonMenuPanel({ target }: { target: ReactElement }) {
  const { t } = useLingui();
  return (
    <Menu defaultOpened position="top-start" width={224}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <LanguageItems />
        <Menu.Divider />
        <ColourSchemeItems />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} stroke={1.6} />}
          onClick={() => void signOut()}
        >{t`Sign out`}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
