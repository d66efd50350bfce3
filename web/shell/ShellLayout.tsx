import { Outlet } from '@tanstack/react-router';
import { useSessionOrNull } from '../api/session.ts';
import { Shell } from './Shell.tsx';
import { VisitorShell } from './VisitorShell.tsx';

/** The frame around a page: the shell for members, a top bar for visitors. */
export function ShellLayout() {
  const session = useSessionOrNull();
  if (!session)
    return (
      <VisitorShell>
        <Outlet />
      </VisitorShell>
    );
  return (
    <Shell session={session}>
      <Outlet />
    </Shell>
  );
}
