import type { Session } from '../api/session.ts';
import { Drawer } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { NavigationGroup } from './NavigationGroup.tsx';
import { OrganisationSwitcher } from './OrganisationSwitcher.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { SettingsLink } from './SettingsLink.tsx';
import { useDestinations } from './useDestinations.ts';

/** Everything that the sidebar holds, for phones. Choosing a place closes it. */
export function PhoneMenu({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t } = useLingui();
  const groups = useDestinations(session.acting.role);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      size="auto"
      title={t`Menu`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <OrganisationSwitcher session={session} />
      <div
        className="phone-menu"
        onClickCapture={(event) => event.target instanceof Element && event.target.closest('a') && onClose()}
      >
        {groups.map((group, index) => (
          <NavigationGroup key={index} group={group} session={session} />
        ))}
        <SettingsLink />
      </div>
      <PersonMenu session={session} />
    </Drawer>
  );
}
