import { Plural, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Destination } from './destinations.ts';

/** One place in the sidebar; the current one is marked for eye and ear. */
export function NavigationLink({ destination, waiting }: { destination: Destination; waiting: number }) {
  const { t } = useLingui();
  const Icon = destination.icon;
  return (
    <Link to={destination.path} className="nav">
      {({ isActive }) => (
        <>
          <Icon size={17} stroke={isActive ? 2 : 1.6} aria-hidden />
          {t(destination.label)}
          {waiting > 0 && (
            <>
              <span className="num" aria-hidden>
                {waiting}
              </span>
              <span className="vh">
                <Plural value={waiting} one=", # waits for you" other=", # wait for you" />
              </span>
            </>
          )}
        </>
      )}
    </Link>
  );
}
