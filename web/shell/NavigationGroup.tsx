import type { SessionView } from '@collegium/contract/session';
import { useLingui } from '@lingui/react/macro';
import type { DestinationGroup } from './destinations.ts';
import { NavigationLink } from './NavigationLink.tsx';

/** A titled group of places in the sidebar. A count means “waits for you”, nothing else. */
export function NavigationGroup({ group, counts }: { group: DestinationGroup; counts: SessionView['counts'] }) {
  const { t } = useLingui();
  return (
    <nav
      className={group.label ? 'navgroup' : 'navgroup navgroup-first'}
      aria-label={group.label ? t(group.label) : t`Home`}
    >
      {group.label && <div className="cap">{t(group.label)}</div>}
      {group.destinations.map((destination) => (
        <NavigationLink
          key={destination.path}
          destination={destination}
          waiting={destination.count ? counts[destination.count] : 0}
        />
      ))}
    </nav>
  );
}
