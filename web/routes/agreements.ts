import type { AgreementState } from '@collegium/contract/states/agreement';
import { stateNames } from '@collegium/contract/states/names';
import { createRoute } from '@tanstack/react-router';
import { memberRoute } from './layout.ts';
import { page } from './page.ts';

/** What narrows the register; lives in the address. */
export interface RegisterSearch {
  q?: string | undefined;
  state?: AgreementState[] | undefined;
  template?: string[] | undefined;
  endsBefore?: string | undefined;
  needsMe?: true | undefined;
}

/** From which template an agreement begins. */
export interface NewAgreementSearch {
  template?: string | undefined;
}

export const agreementTabs = ['clauses', 'commitments', 'discussion', 'review', 'life', 'history'] as const;
export type AgreementTab = (typeof agreementTabs)[number];

/** Which view of an agreement, and which two versions its text compares. */
export interface AgreementSearch {
  tab?: AgreementTab | undefined;
  version?: number | undefined;
  against?: number | undefined;
}

const states: readonly AgreementState[] = stateNames.agreement;

const agreementsRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/agreements',
  validateSearch: (search: Record<string, unknown>): RegisterSearch => ({
    q: typeof search['q'] === 'string' && search['q'] !== '' ? search['q'].slice(0, 200) : undefined,
    state: listOf(search['state'])?.filter((one): one is AgreementState => states.some((state) => state === one)),
    template: listOf(search['template']),
    endsBefore: /^\d{4}-\d{2}-\d{2}$/.test(String(search['endsBefore'])) ? String(search['endsBefore']) : undefined,
    needsMe: search['needsMe'] === true ? true : undefined,
  }),
  component: page('agreements', () => import('../agreements/AgreementsPage.tsx'), 'AgreementsPage'),
});

const newAgreementRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/agreements/new',
  validateSearch: (search: Record<string, unknown>): NewAgreementSearch => ({
    template: typeof search['template'] === 'string' ? search['template'] : undefined,
  }),
  component: page('agreements', () => import('../agreements/NewAgreementPage.tsx'), 'NewAgreementPage'),
});

const importIiaRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/agreements/import',
  component: page('agreements', () => import('../agreements/exchange/ImportIiaPage.tsx'), 'ImportIiaPage'),
});

/** Which quarter the list of last days begins with: `2027-Q1`; the current one without. */
export interface LastDaysSearch {
  from?: string | undefined;
}

const lastDaysRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/agreements/last-days',
  validateSearch: (search: Record<string, unknown>): LastDaysSearch => ({
    from: /^\d{4}-Q[1-4]$/.test(String(search['from'])) ? String(search['from']) : undefined,
  }),
  component: page('agreements', () => import('../agreements/expiries/LastDaysPage.tsx'), 'LastDaysPage'),
});

const agreementRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/agreements/$agreementId',
  validateSearch: (search: Record<string, unknown>): AgreementSearch => ({
    tab: agreementTabs.find((one) => one === search['tab']),
    version: numberOf(search['version']),
    against: numberOf(search['against']),
  }),
  component: page('agreements', () => import('../agreements/AgreementPage.tsx'), 'AgreementPage'),
});

const editAgreementRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/agreements/$agreementId/edit',
  component: page('agreements', () => import('../agreements/edit/DraftPage.tsx'), 'DraftPage'),
});

const libraryRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/agreements/library',
  component: page('agreements', () => import('../agreements/library/LibraryPage.tsx'), 'LibraryPage'),
});

const templateRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/agreements/library/templates/$templateKey',
  component: page('agreements', () => import('../agreements/library/TemplatePage.tsx'), 'TemplatePage'),
});

const editTemplateRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/agreements/library/templates/$templateKey/edit',
  component: page('agreements', () => import('../agreements/library/TemplateEditPage.tsx'), 'TemplateEditPage'),
});

const newClauseRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/agreements/library/clauses/new',
  component: page('agreements', () => import('../agreements/library/NewClausePage.tsx'), 'NewClausePage'),
});

const keptClauseRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/agreements/library/clauses/$clauseTemplateId',
  component: page('agreements', () => import('../agreements/library/KeptClausePage.tsx'), 'KeptClausePage'),
});

export const agreementRoutes = [
  agreementsRoute,
  newAgreementRoute,
  importIiaRoute,
  lastDaysRoute,
  libraryRoute,
  templateRoute,
  editTemplateRoute,
  newClauseRoute,
  keptClauseRoute,
  agreementRoute,
  editAgreementRoute,
] as const;

function listOf(value: unknown): string[] | undefined {
  const some = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  return some.length > 0 ? some : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
}
