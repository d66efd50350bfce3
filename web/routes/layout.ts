import { createRootRoute, createRoute, redirect } from '@tanstack/react-router';
import { queryClient } from '../api/query-client.ts';
import { asMember, sessionQuery } from '../api/session.ts';
import { detectLanguage } from '../i18n/detect.ts';
import { activateLanguage } from '../i18n/texts.ts';
import { page } from './page.ts';

/** Above every page of a network. */
export const rootRoute = createRootRoute();

/** Pages that anybody may read: members see them inside the shell, visitors below a top bar. */
export const openRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'open',
  component: page('shell', () => import('../shell/ShellLayout.tsx'), 'ShellLayout'),
  beforeLoad: async () => {
    const session = asMember(await queryClient.ensureQueryData(sessionQuery));
    await activateLanguage(detectLanguage(session?.person.language));
    return { session };
  },
});

/** Pages for members: somebody signed out is sent to sign in and comes back afterwards. */
export const memberRoute = createRoute({
  getParentRoute: () => openRoute,
  id: 'member',
  beforeLoad: ({ context, location }) => {
    if (!context.session) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
});
