import { createRoute, redirect } from '@tanstack/react-router';
import { PageMissing } from '../shell/PageMissing.tsx';
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

/** Every address without a page of its own; it is told so inside the frame. */
export const missingRoute = createRoute({ getParentRoute: () => openRoute, path: '$', component: PageMissing });
