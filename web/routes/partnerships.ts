import { partnershipPhases, type PartnershipPhase } from '@collegium/contract/partnerships/phase';
import { partnershipModels, type PartnershipModel } from '@collegium/contract/partnerships/terms';
import type { PartnershipStanding } from '@collegium/contract/partnerships';
import { createRoute } from '@tanstack/react-router';
import { memberRoute, openRoute } from './layout.ts';
import { page } from './page.ts';

export const partnershipRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/partnerships/$partnershipId',
  component: page('partnerships', () => import('../partnerships/PartnershipPage.tsx'), 'PartnershipPage'),
});

const standings = ['mine', 'open'] as const satisfies readonly PartnershipStanding[];

export interface PartnershipsSearch {
  words?: string | undefined;
  model?: PartnershipModel[] | undefined;
  phase?: PartnershipPhase[] | undefined;
  standing?: PartnershipStanding[] | undefined;
}

const partnershipsRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/partnerships',
  validateSearch: (search: Record<string, unknown>): PartnershipsSearch => ({
    words: typeof search['words'] === 'string' && search['words'] !== '' ? search['words'].slice(0, 200) : undefined,
    model: someOf(partnershipModels, search['model']),
    phase: someOf(partnershipPhases, search['phase']),
    standing: someOf(standings, search['standing']),
  }),
  component: page('partnerships', () => import('../partnerships/PartnershipsPage.tsx'), 'PartnershipsPage'),
});

const newPartnershipRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/partnerships/new',
  component: page('partnerships', () => import('../partnerships/NewPartnershipPage.tsx'), 'NewPartnershipPage'),
});

const editPartnershipRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/partnerships/$partnershipId/edit',
  component: page('partnerships', () => import('../partnerships/EditPartnershipPage.tsx'), 'EditPartnershipPage'),
});

const suggestionsRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/partnerships/suggestions',
  component: page('partnerships', () => import('../partnerships/SuggestionsPage.tsx'), 'SuggestionsPage'),
});

export const ownPartnershipRoutes = [partnershipsRoute, newPartnershipRoute, editPartnershipRoute, suggestionsRoute];

function someOf<Value extends string>(all: readonly Value[], given: unknown): Value[] | undefined {
  const found = Array.isArray(given) ? all.filter((value) => given.includes(value)) : [];
  return found.length > 0 ? found : undefined;
}
