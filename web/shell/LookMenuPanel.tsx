import { Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import { ColourSchemeItems } from './ColourSchemeItems.tsx';
import { LanguageItems } from './LanguageItems.tsx';

/** Language and colours. */
export function LookMenuPanel({ target }: { target: ReactElement }) {
  return (
    <Menu defaultOpened width={200}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <LanguageItems />
        <Menu.Divider />
        <ColourSchemeItems />
      </Menu.Dropdown>
    </Menu>
  );
}
