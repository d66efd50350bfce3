import { organisationKinds, type OrganisationKind } from '@collegium/contract/organisation-kinds';
import { createRoute } from '@tanstack/react-router';
import { memberRoute, openRoute } from './layout.ts';
import { page } from './page.ts';

export interface OrganisationsSearch {
  words?: string | undefined;
  kind?: OrganisationKind[] | undefined;
}

export const organisationsRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/organisations',
  validateSearch: ({ words, kind }: Record<string, unknown>): OrganisationsSearch => ({
    words: typeof words === 'string' && words !== '' ? words : undefined,
    kind: Array.isArray(kind) && kind.length > 0 ? organisationKinds.filter((one) => kind.includes(one)) : undefined,
  }),
  component: page('organisations', () => import('../organisations/OrganisationsPage.tsx'), 'OrganisationsPage'),
});

export const organisationRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/organisations/$organisationId',
  component: page('organisations', () => import('../organisations/OrganisationPage.tsx'), 'OrganisationPage'),
});

export const newOrganisationRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/organisations/new',
  component: page('organisations', () => import('../organisations/NewOrganisationPage.tsx'), 'NewOrganisationPage'),
});

export const editOrganisationRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/organisations/$organisationId/edit',
  component: page('organisations', () => import('../organisations/EditOrganisationPage.tsx'), 'EditOrganisationPage'),
});
