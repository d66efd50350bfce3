import type { Session } from '../api/session.ts';
import { Menu } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { actAs } from '../api/session.ts';
import { OrgMark } from '../ui/OrgMark.tsx';
import { asRole } from './roleNames.ts';

/** Shows on whose behalf the reader acts, and changes it. Somebody with one membership sees it without a menu. */
export function OrganisationSwitcher({ session }: { session: Session }) {
  const { t } = useLingui();
  const router = useRouter();
  const acting = session.acting;
  const mark = <OrgMark text={acting.organisation.shortMark} size={28} isYou />;
  const words = (
    <span className="acting-words">
      <b>{acting.organisation.name}</b>
      <span>{t(asRole[acting.role])}</span>
    </span>
  );
  if (session.memberships.length < 2)
    return (
      <div className="acting acting-only">
        {mark}
        {words}
      </div>
    );

  async function change(membershipId: string) {
    await actAs(membershipId);
    await router.navigate({ to: '/' });
  }
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <button
          type="button"
          className="plainbtn acting"
          aria-label={t`Acting for ${acting.organisation.name}. Change the organisation you act for`}
        >
          {mark}
          {words}
          <IconSelector size={15} color="var(--c-text-3)" aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t`Act on behalf of`}</Menu.Label>
        {session.memberships.map(({ id, organisation, role }) => (
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
