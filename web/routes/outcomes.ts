import type { OutcomeState } from '@collegium/contract/states/outcome';
import { stateNames } from '@collegium/contract/states/names';
import { createRoute } from '@tanstack/react-router';
import { memberRoute } from './layout.ts';
import { page } from './page.ts';

/** What narrows the list of outcomes; lives in the address. */
export interface OutcomeSearch {
  state?: OutcomeState[] | undefined;
  side?: 'home' | 'provider' | undefined;
  needsMe?: true | undefined;
}

const states: readonly OutcomeState[] = stateNames.outcome;

export const outcomesRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/outcomes',
  validateSearch: (search: Record<string, unknown>): OutcomeSearch => ({
    state: chosen(search['state']),
    side: search['side'] === 'home' || search['side'] === 'provider' ? search['side'] : undefined,
    needsMe: search['needsMe'] === true ? true : undefined,
  }),
  component: page('outcomes', () => import('../outcomes/OutcomesPage.tsx'), 'OutcomesPage'),
});

export const outcomeRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/outcomes/$outcomeId',
  component: page('outcomes', () => import('../outcomes/OutcomePage.tsx'), 'OutcomePage'),
});

export const changeAssessmentRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/outcomes/$outcomeId/assessment',
  component: page('outcomes', () => import('../outcomes/ChangeAssessmentPage.tsx'), 'ChangeAssessmentPage'),
});

export const outcomeRoutes = [outcomesRoute, outcomeRoute, changeAssessmentRoute] as const;

function chosen(value: unknown): OutcomeState[] | undefined {
  const some = Array.isArray(value) ? states.filter((one) => value.includes(one)) : [];
  return some.length > 0 ? some : undefined;
}
