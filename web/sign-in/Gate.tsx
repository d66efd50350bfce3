import type { ReactNode } from 'react';
import { Brand } from '../shell/Brand.tsx';
import { LookMenu } from '../shell/LookMenu.tsx';
import { usePageTitle } from '../ui/usePageTitle.ts';

/** The frame of the pages before somebody is signed in. `beside` stands next to the form on wide screens. */
export function Gate({ title, children, beside }: { title: string; children: ReactNode; beside?: ReactNode }) {
  usePageTitle(title);
  return (
    <main className={beside ? 'gate gate-two' : 'gate'}>
      <div className="gate-top">
        <Brand />
        <LookMenu />
      </div>
      <div className="gate-main">
        <h1>{title}</h1>
        {children}
      </div>
      {beside}
    </main>
  );
}
