import { Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import type { OwnerAct } from './OwnerMenu.tsx';

/** The acts to choose from. */
export function OwnerMenuPanel({ target, acts }: { target: ReactElement; acts: readonly OwnerAct[] }) {
  return (
    <Menu defaultOpened position="bottom-end">
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {acts.map(({ name, start }) => (
          <Menu.Item key={name} onClick={start}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
