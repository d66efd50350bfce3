import { createRoute } from '@tanstack/react-router';
import { memberRoute } from './layout.ts';
import { page } from './page.ts';

const whoSeesRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/who-sees',
  component: page('grants', () => import('../grants/WhoSeesPage.tsx'), 'WhoSeesPage'),
});

const openedRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/opened-data',
  component: page('grants', () => import('../grants/OpenedPage.tsx'), 'OpenedPage'),
});

const openedGrantRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/opened-data/$grantId',
  component: page('grants', () => import('../grants/OpenedGrantPage.tsx'), 'OpenedGrantPage'),
});

/** Data that clauses open: to the learner whose it is, and to whoever may look. */
export const grantRoutes = [whoSeesRoute, openedRoute, openedGrantRoute] as const;
