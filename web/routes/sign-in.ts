import { createRoute } from '@tanstack/react-router';
import { queryClient } from '../api/query-client.ts';
import { sessionQuery } from '../api/session.ts';
import { sampleAccountsQuery } from '../api/sign-in.ts';
import { rootRoute } from './layout.ts';
import { page } from './page.ts';

/** `next` is where to go afterwards: a path inside the network. */
function readNext(search: Record<string, unknown>): { next?: string } {
  const { next } = search;
  const isInside = typeof next === 'string' && /^\/(?![/\\])/.test(next);
  return isInside ? { next } : {};
}

/** Whether this is the sample network, and who can be tried in it, decides what the page looks like; so it is known before it is drawn. */
async function loadSignIn(): Promise<void> {
  const { network } = await queryClient.ensureQueryData(sessionQuery);
  if (network.isSample) await queryClient.prefetchQuery(sampleAccountsQuery);
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: readNext,
  loader: loadSignIn,
  component: page('sign-in', () => import('../sign-in/SignInPage.tsx'), 'SignInPage'),
});

export const signInLinkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in/link',
  validateSearch: (search: Record<string, unknown>) =>
    typeof search['error'] === 'string' ? { error: search['error'] } : {},
  component: page('sign-in', () => import('../sign-in/LinkPage.tsx'), 'LinkPage'),
});

export const forgottenPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in/forgotten-password',
  component: page('sign-in', () => import('../sign-in/ForgottenPasswordPage.tsx'), 'ForgottenPasswordPage'),
});

export const newPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in/new-password',
  validateSearch: (search: Record<string, unknown>) =>
    typeof search['token'] === 'string' ? { token: search['token'] } : {},
  component: page('sign-in', () => import('../sign-in/NewPasswordPage.tsx'), 'NewPasswordPage'),
});

export const signInRoutes = [signInRoute, signInLinkRoute, forgottenPasswordRoute, newPasswordRoute] as const;
