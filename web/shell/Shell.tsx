import type { Session } from '../api/session.ts';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { CommandPaletteHost } from './CommandPaletteHost.tsx';
import { PhoneTabs } from './PhoneTabs.tsx';
import { PhoneTop } from './PhoneTop.tsx';
import { SampleBanner } from './SampleBanner.tsx';
import { Sidebar } from './Sidebar.tsx';

/** The frame of a member's pages: sidebar on wide screens, top bar and tabs on phones. */
export function Shell({ session, children }: { session: Session; children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#main">
        <Trans>Skip to content</Trans>
      </a>
      {session.network.isSample && <SampleBanner />}
      <div className="shell">
        <Sidebar session={session} />
        <div className="shell-page">
          <PhoneTop session={session} />
          <main className="main" id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
        <PhoneTabs session={session} />
      </div>
      <CommandPaletteHost session={session} />
    </>
  );
}
