import { createRoute } from '@tanstack/react-router';
import { memberRoute, openRoute } from './layout.ts';
import { page } from './page.ts';

export const partnershipRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/partnerships/$partnershipId',
  component: page('partnerships', () => import('../partnerships/PartnershipPage.tsx'), 'PartnershipPage'),
});

export const suggestionsRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/partnerships/suggestions',
  component: page('partnerships', () => import('../partnerships/SuggestionsPage.tsx'), 'SuggestionsPage'),
});
