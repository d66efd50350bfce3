import { useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { actAs, useSession } from '../api/session.ts';
import { OrgMark } from '../ui/OrgMark.tsx';
import { asRole } from './roleNames.ts';

/** The reader's memberships, of which one acts. */
export function OrganisationMenu({ target }: { target: ReactElement }) {
  const { t } = useLingui();
  const router = useRouter();
  const { memberships, acting } = useSession();
  async function change(membershipId: string) {
    await actAs(membershipId);
    await router.invalidate();
    await router.navigate({ to: '/' });
  }
  return (
    <Menu defaultOpened position="bottom-start" width={280}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t`Act on behalf of`}</Menu.Label>
        {memberships.map(({ id, organisation, role }) => (
          <Menu.Item
            key={id}
            role="menuitemradio"
            aria-checked={id === acting.id}
            leftSection={<OrgMark text={organisation.shortMark} size={24} isYou={id === acting.id} />}
            rightSection={id === acting.id ? <IconCheck size={15} aria-hidden /> : undefined}
            onClick={() => void change(id)}
          >
            <span className="acting-words">
              <b>{organisation.name}</b>
              <span>{t(asRole[role])}</span>
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
