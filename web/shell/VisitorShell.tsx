import { Button, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconLanguage } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Brand } from './Brand.tsx';
import { ColourSchemeItems } from './ColourSchemeItems.tsx';
import { LanguageItems } from './LanguageItems.tsx';
import { useVisitorDestinations } from './useDestinations.ts';

/** The frame for somebody signed out: a top bar without a sidebar. */
export function VisitorShell({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  return (
    <>
      <a className="skip" href="#main">
        <Trans>Skip to content</Trans>
      </a>
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
          <Menu width={200}>
            <Menu.Target>
              <Button
                variant="subtle"
                color="stone"
                leftSection={<IconLanguage size={17} stroke={1.6} />}
                aria-label={t`Language and colours`}
              >
                <span lang="en">English</span> / <span lang="zh-CN">中文</span>
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <LanguageItems />
              <Menu.Divider />
              <ColourSchemeItems />
            </Menu.Dropdown>
          </Menu>
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
