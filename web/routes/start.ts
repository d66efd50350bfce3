import { createRoute, redirect } from '@tanstack/react-router';
import { openRoute } from './layout.ts';

/** `/{network}/` leads members to what needs them, and visitors to sign in. */
export const startRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: context.session ? '/settings' : '/sign-in' });
  },
});
