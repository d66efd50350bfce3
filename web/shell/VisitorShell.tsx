import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNetwork } from '../api/session.ts';
import { Brand } from './Brand.tsx';
import { LookMenu } from './LookMenu.tsx';
import { SampleBanner } from './SampleBanner.tsx';
import { useVisitorDestinations } from './useDestinations.ts';

/** The frame for somebody signed out: a top bar without a sidebar. */
export function VisitorShell({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  return (
    <>
      <a className="skip" href="#main">
        <Trans>Skip to content</Trans>
      </a>
      {useNetwork()?.isSample && <SampleBanner />}
      <header className="visitor-bar">
        <Brand />
        <nav aria-label={t`Main navigation`}>
          {useVisitorDestinations().map(({ path, label }) => (
            <Link key={path} to={path} className="nav">
              {t(label)}
            </Link>
          ))}
        </nav>
        <div>
          <LookMenu />
          <Button variant="filled" component={Link} to="/sign-in">
            <Trans>Sign in</Trans>
          </Button>
        </div>
      </header>
      <main className="main visitor-main" id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
