import { useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useCommands } from '../shell/commands.ts';

/** The records that the reader may begin, each leading to its form. */
export function StartMenuPanel({ target }: { target: ReactElement }) {
  const { t } = useLingui();
  const beginnings = useCommands().filter(({ isBeginning }) => isBeginning);
  return (
    <Menu defaultOpened width={260} position="bottom-end">
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {beginnings.map(({ path, label, description, icon: Icon }) => (
          <Menu.Item
            key={path}
            leftSection={<Icon size={16} aria-hidden />}
            renderRoot={(props) => <Link {...props} to={path} />}
          >
            {t(label)}
            <div className="cap">{t(description)}</div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
