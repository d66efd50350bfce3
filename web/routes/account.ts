import { createRoute } from '@tanstack/react-router';
import { memberRoute } from './layout.ts';
import { page } from './page.ts';

const accountRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/account',
  component: page('account', () => import('../account/AccountPage.tsx'), 'AccountPage'),
});

const importsRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/imports',
  component: page('imports', () => import('../imports/ImportsPage.tsx'), 'ImportsPage'),
});

const importRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/imports/$importId',
  component: page('imports', () => import('../imports/ImportPage.tsx'), 'ImportPage'),
});

export const accountRoutes = [accountRoute, importsRoute, importRoute] as const;
