import type { Session } from '../api/session.ts';
import { Menu } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconLogout, IconSelector } from '@tabler/icons-react';
import { signOut } from '../api/sign-in.ts';
import { PersonMark } from '../ui/PersonMark.tsx';
import { ColourSchemeItems } from './ColourSchemeItems.tsx';
import { LanguageItems } from './LanguageItems.tsx';

/** The reader: language, colours, and the way out. */
export function PersonMenu({ session, compact = false }: { session: Session; compact?: boolean }) {
  const { t } = useLingui();
  const { name } = session.person;
  return (
    <Menu position={compact ? 'bottom-end' : 'top-start'} width={224}>
      <Menu.Target>
        <button
          type="button"
          className={compact ? 'plainbtn touch' : 'plainbtn acting acting-person'}
          aria-label={t`${name}: language, colours, sign out`}
        >
          <PersonMark name={name} size={26} />
          {!compact && <b>{name}</b>}
          {!compact && <IconSelector size={15} color="var(--c-text-3)" aria-hidden />}
        </button>
      </Menu.Target>
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
