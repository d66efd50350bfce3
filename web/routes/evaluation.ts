import { evaluationGroupings, type EvaluationGrouping } from '@collegium/contract/evaluation-groupings';
import { offerKinds, type OfferKind } from '@collegium/contract/offer-kinds';
import { createRoute } from '@tanstack/react-router';
import { memberRoute } from './layout.ts';
import { page } from './page.ts';

export interface EvaluationSearch {
  by?: EvaluationGrouping;
  kind?: OfferKind;
  term?: string;
}

export const evaluationRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/evaluation',
  validateSearch: (search: Record<string, unknown>): EvaluationSearch => ({
    ...oneOf('by', search['by'], evaluationGroupings),
    ...oneOf('kind', search['kind'], offerKinds),
    ...(typeof search['term'] === 'string' && /^\d{4}(-\w{6})?$/.test(search['term']) && { term: search['term'] }),
  }),
  component: page('evaluation', () => import('../evaluation/EvaluationPage.tsx'), 'EvaluationPage'),
});

function oneOf<K extends string, const T extends readonly string[]>(key: K, value: unknown, values: T) {
  const found = values.find((one) => one === value);
  return found === undefined ? {} : ({ [key]: found } as { [P in K]: T[number] });
}
