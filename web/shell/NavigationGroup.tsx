import type { Session } from '../api/session.ts';
import { useLingui } from '@lingui/react/macro';
import type { DestinationGroup } from './destinations.ts';
import { NavigationLink } from './NavigationLink.tsx';
import { useWaiting } from './useWaiting.ts';

/** A titled group of places in the sidebar. A count means “waits for you”, nothing else. */
export function NavigationGroup({ group, session }: { group: DestinationGroup; session: Session }) {
  const { t } = useLingui();
  const waiting = useWaiting(session);
  return (
    <nav
      className={group.label ? 'navgroup' : 'navgroup navgroup-first'}
      aria-label={group.label ? t(group.label) : t`Home`}
    >
      {group.label && <div className="cap">{t(group.label)}</div>}
      {group.destinations.map((destination) => (
        <NavigationLink key={destination.path} destination={destination} waiting={waiting(destination.path)} />
      ))}
    </nav>
  );
}
