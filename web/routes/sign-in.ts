import { createRoute } from '@tanstack/react-router';
import { rootRoute } from './layout.ts';
import { page } from './page.ts';

/** `next` is where to go afterwards: a path inside the network. */
function readNext(search: Record<string, unknown>): { next?: string } {
  const { next } = search;
  const isInside = typeof next === 'string' && /^\/(?![/\\])/.test(next);
  return isInside ? { next } : {};
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: readNext,
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
