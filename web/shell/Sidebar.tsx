import type { Session } from '../api/session.ts';
import { useLingui } from '@lingui/react/macro';
import { Brand } from './Brand.tsx';
import { NavigationGroup } from './NavigationGroup.tsx';
import { OrganisationSwitcher } from './OrganisationSwitcher.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { SearchButton } from './SearchButton.tsx';
import { SettingsLink } from './SettingsLink.tsx';
import { useDestinations } from './useDestinations.ts';

/** The navigation of wide screens: who you act for, search, places, yourself. */
export function Sidebar({ session }: { session: Session }) {
  const { t } = useLingui();
  const groups = useDestinations(session.acting.role);
  return (
    <aside className="side" aria-label={t`Navigation and account`}>
      <Brand />
      <OrganisationSwitcher session={session} />
      <SearchButton />
      {groups.map((group, index) => (
        <NavigationGroup key={index} group={group} session={session} />
      ))}
      <div className="foot">
        <SettingsLink />
        <PersonMenu session={session} />
      </div>
    </aside>
  );
}
