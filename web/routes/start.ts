import { createRoute, redirect } from '@tanstack/react-router';
import { StartPage } from '../shell/StartPage.tsx';
import { openRoute } from './layout.ts';

/** `/{network}/` leads visitors to sign in, and members to what needs them. */
export const startRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/',
  component: StartPage,
  beforeLoad: ({ context }) => {
    if (!context.session) throw redirect({ to: '/sign-in' });
  },
});
