import { createRoute, redirect } from '@tanstack/react-router';
import { memberRoute, openRoute } from './layout.ts';
import { page } from './page.ts';

export const signingRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/agreements/$agreementId/sign',
  component: page('agreements', () => import('../agreements/signing/SigningPage.tsx'), 'SigningPage'),
});

/** Where a mailed link leads. */
export const signByLinkRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/sign',
  component: page('agreements', () => import('../agreements/signing/SignByLinkPage.tsx'), 'SignByLinkPage'),
});

export const checkRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/check',
  validateSearch: (search: Record<string, unknown>): { code?: string | undefined } => ({
    code: typeof search['code'] === 'string' && search['code'] !== '' ? search['code'].slice(0, 40) : undefined,
  }),
  component: page('agreements', () => import('../agreements/signing/CheckPage.tsx'), 'CheckPage'),
});

/** The address that stands on documents. */
export const checkCodeRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/check/$code',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/check', search: { code: params.code } });
  },
});

export const openSigningRoutes = [signByLinkRoute, checkRoute, checkCodeRoute] as const;
