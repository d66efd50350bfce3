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
        <div role="group" aria-label={t`Act on behalf of`}>
          <Menu.Label aria-hidden>{t`Act on behalf of`}</Menu.Label>
          <Menu.RadioGroup value={acting.id} onChange={(id) => void change(id)}>
            {memberships.map(({ id, organisation, role }) => (
              <Menu.RadioItem key={id} value={id} closeMenuOnClick checkIcon={<IconCheck size={15} />}>
                <span className="acting-choice">
                  <OrgMark text={organisation.shortMark} size={24} isYou={id === acting.id} />
                  <span className="acting-words">
                    <b>{organisation.name}</b>
                    <span>{t(asRole[role])}</span>
                  </span>
                </span>
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
