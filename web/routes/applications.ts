import { createRoute } from '@tanstack/react-router';
import { readApplicationsSearch } from '../applications/list/search.ts';
import { memberRoute } from './layout.ts';
import { page } from './page.ts';

export const applicationsRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/applications',
  validateSearch: readApplicationsSearch,
  component: page('applications', () => import('../applications/list/ApplicationsPage.tsx'), 'ApplicationsPage'),
});

export const applicationRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/applications/$applicationId',
  component: page('applications', () => import('../applications/ApplicationPage.tsx'), 'ApplicationPage'),
});

/** `add` puts an offer on the list for whoever comes from its page. */
export const rankedListRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/rounds/$roundId/application',
  validateSearch: ({
    words,
    add,
  }: Record<string, unknown>): { words?: string | undefined; add?: string | undefined } => ({
    words: typeof words === 'string' && words !== '' ? words.slice(0, 200) : undefined,
    add: typeof add === 'string' && /^[0-9a-f-]{36}$/i.test(add) ? add : undefined,
  }),
  component: page('applications', () => import('../applications/wishes/RankedListPage.tsx'), 'RankedListPage'),
});

export const applicationRoutes = [applicationsRoute, applicationRoute, rankedListRoute];
