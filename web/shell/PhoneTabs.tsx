import type { Session } from '../api/session.ts';
import { useLingui } from '@lingui/react/macro';
import { IconMenu2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useDestinations } from './useDestinations.ts';

const PhoneMenu = lazy(() => import('./PhoneMenu.tsx').then((module) => ({ default: module.PhoneMenu })));

/** The bottom bar of phones: the four places used most, and everything else behind “More”. */
export function PhoneTabs({ session }: { session: Session }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const places = useDestinations(session.acting.role).flatMap((group) => group.destinations);
  const tabs = places.filter(({ path }) => path !== '/messages').slice(0, 4);
  return (
    <>
      <nav className="mtabs" aria-label={t`Main places`}>
        {tabs.map(({ path, icon: Icon, label, short }) => (
          <Link key={path} to={path}>
            {({ isActive }) => (
              <>
                <Icon size={20} stroke={isActive ? 2 : 1.6} aria-hidden />
                {t(short ?? label)}
              </>
            )}
          </Link>
        ))}
        <button type="button" className="plainbtn" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <IconMenu2 size={20} stroke={1.6} aria-hidden />
          {t`More`}
        </button>
      </nav>
      <Suspense fallback={null}>{isOpen && <PhoneMenu session={session} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
