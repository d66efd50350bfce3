import { offerKinds, type OfferKind } from '@collegium/contract/offer-kinds';
import type { ParticipationState } from '@collegium/contract/states/participation';
import { stateNames } from '@collegium/contract/states/names';
import { createRoute } from '@tanstack/react-router';
import { memberRoute } from './layout.ts';
import { page } from './page.ts';

/** What narrows the list of participations; lives in the address. */
export interface ParticipationSearch {
  words?: string | undefined;
  state?: ParticipationState[] | undefined;
  kind?: OfferKind[] | undefined;
  side?: 'home' | 'provider' | undefined;
  needsMe?: true | undefined;
}

const states: readonly ParticipationState[] = stateNames.participation;

export const participationsRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/participations',
  validateSearch: (search: Record<string, unknown>): ParticipationSearch => ({
    words: typeof search['words'] === 'string' && search['words'] !== '' ? search['words'].slice(0, 200) : undefined,
    state: chosen(states, search['state']),
    kind: chosen(offerKinds, search['kind']),
    side: search['side'] === 'home' || search['side'] === 'provider' ? search['side'] : undefined,
    needsMe: search['needsMe'] === true ? true : undefined,
  }),
  component: page('participation', () => import('../participation/ParticipationsPage.tsx'), 'ParticipationsPage'),
});

export const participationRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/participations/$participationId',
  component: page('participation', () => import('../participation/ParticipationPage.tsx'), 'ParticipationPage'),
});

export const journalRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/participations/$participationId/journal',
  component: page('participation', () => import('../participation/JournalPage.tsx'), 'JournalPage'),
});

export const planRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/participations/$participationId/plan',
  component: page('participation', () => import('../participation/PlanPage.tsx'), 'PlanPage'),
});

export const planFormRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/participations/$participationId/plan/new',
  component: page('participation', () => import('../participation/ProposePlanPage.tsx'), 'ProposePlanPage'),
});

export const assessRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/participations/$participationId/assessment',
  component: page('outcomes', () => import('../outcomes/AssessPage.tsx'), 'AssessPage'),
});

export const participationRoutes = [
  participationsRoute,
  participationRoute,
  journalRoute,
  planRoute,
  planFormRoute,
  assessRoute,
] as const;

function chosen<T extends string>(all: readonly T[], value: unknown): T[] | undefined {
  const some = Array.isArray(value) ? all.filter((one) => value.includes(one)) : [];
  return some.length > 0 ? some : undefined;
}
