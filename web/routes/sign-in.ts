import { createRoute } from '@tanstack/react-router';
import { queryClient } from '../api/query-client.ts';
import { sessionQuery } from '../api/session.ts';
import { providerQuery, sampleAccountsQuery } from '../api/sign-in.ts';
import { rootRoute } from './layout.ts';
import { page } from './page.ts';

/** `next` is where to go afterwards: a path inside the network. */
function readNext(search: Record<string, unknown>): { next?: string } {
  const { next } = search;
  const isInside = typeof next === 'string' && /^\/(?![/\\])/.test(next);
  return isInside ? { next } : {};
}

/** `refused` after the outside identity provider let somebody in whom nobody here knows. */
function readSignIn(search: Record<string, unknown>): { next?: string; refused?: true } {
  return { ...readNext(search), ...(typeof search['error'] === 'string' && { refused: true as const }) };
}

/** Whether this is the sample network, and who can be tried in it, decides what the page looks like; so it is known before it is drawn. */
async function loadSignIn(): Promise<void> {
  const { network } = await queryClient.ensureQueryData(sessionQuery);
  await Promise.all([
    network.isSample && queryClient.prefetchQuery(sampleAccountsQuery),
    queryClient.prefetchQuery(providerQuery),
  ]);
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: readSignIn,
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
