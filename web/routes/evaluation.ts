import { evaluationGroupings, type EvaluationGrouping } from '@collegium/contract/evaluation-groupings';
import { offerKinds, type OfferKind } from '@collegium/contract/offer-kinds';
import { createRoute } from '@tanstack/react-router';
import { memberRoute } from './layout.ts';
import { page } from './page.ts';

export interface EvaluationSearch {
  by?: EvaluationGrouping | undefined;
  kind?: OfferKind | undefined;
  term?: string | undefined;
}

export const evaluationRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/evaluation',
  validateSearch: ({ by, kind, term }: Record<string, unknown>): EvaluationSearch => ({
    by: evaluationGroupings.find((one) => one === by),
    kind: offerKinds.find((one) => one === kind),
    term: typeof term === 'string' && /^\d{4}(-\w{6})?$/.test(term) ? term : undefined,
  }),
  component: page('evaluation', () => import('../evaluation/EvaluationPage.tsx'), 'EvaluationPage'),
});
