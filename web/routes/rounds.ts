import { createRoute } from '@tanstack/react-router';
import { readCollectSearch } from '../rounds/collect/search.ts';
import { readRoundsSearch } from '../rounds/list/search.ts';
import { memberRoute, openRoute } from './layout.ts';
import { page } from './page.ts';

export const roundsRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/rounds',
  validateSearch: readRoundsSearch,
  component: page('rounds', () => import('../rounds/list/RoundsPage.tsx'), 'RoundsPage'),
});

export const roundRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/rounds/$roundId',
  component: page('rounds', () => import('../rounds/round/RoundPage.tsx'), 'RoundPage'),
});

export const proofRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/rounds/$roundId/proof',
  component: page('rounds', () => import('../rounds/proof/ProofPage.tsx'), 'ProofPage'),
});

export const newRoundRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/rounds/new',
  component: page('rounds', () => import('../rounds/form/NewRoundPage.tsx'), 'NewRoundPage'),
});

export const editRoundRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/rounds/$roundId/edit',
  component: page('rounds', () => import('../rounds/form/EditRoundPage.tsx'), 'EditRoundPage'),
});

export const roundOffersRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/rounds/$roundId/offers',
  validateSearch: readCollectSearch,
  component: page('rounds', () => import('../rounds/collect/OffersPage.tsx'), 'OffersPage'),
});

export const roundLearnersRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/rounds/$roundId/learners',
  validateSearch: readCollectSearch,
  component: page('rounds', () => import('../rounds/collect/LearnersPage.tsx'), 'LearnersPage'),
});

export const rankingRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/rounds/$roundId/offers/$offerId/ranking',
  component: page('rounds', () => import('../rounds/ranking/RankingPage.tsx'), 'RankingPage'),
});

export const roundResultRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/rounds/$roundId/result',
  component: page('rounds', () => import('../rounds/result/ResultPage.tsx'), 'ResultPage'),
});

export const openRoundRoutes = [roundsRoute, roundRoute, proofRoute] as const;
export const ownRoundRoutes = [
  newRoundRoute,
  editRoundRoute,
  roundOffersRoute,
  roundLearnersRoute,
  rankingRoute,
  roundResultRoute,
] as const;
