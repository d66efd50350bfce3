import {
  CatalogueQuery,
  FacetQuery,
  FacetView,
  OfferPage,
  OwnOfferQuery,
} from '@collegium/contract/offers/catalogue.ts';
import { Id } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { publicRoute, route, type Route } from '../platform/http/route.ts';
import { countCatalogue, listOffersOf, searchCatalogue } from './catalogue.ts';

export const catalogueRoutes: readonly Route[] = [
  publicRoute({
    method: 'GET',
    url: '/offers',
    mayLag: true,
    permission: 'offer:read',
    summary: 'The catalogue: published offers by words and filters',
    query: CatalogueQuery,
    response: { 200: OfferPage },
    handle: ({ scope, query }) => searchCatalogue(scope, query),
  }),
  publicRoute({
    method: 'GET',
    url: '/offers/facets',
    mayLag: true,
    permission: 'offer:read',
    summary: 'How many offers each filter of the catalogue leaves',
    query: FacetQuery,
    response: { 200: FacetView },
    handle: ({ scope, query }) => countCatalogue(scope, query),
  }),
  route({
    method: 'GET',
    url: '/organisations/:organisationId/offers',
    permission: 'offer:change',
    summary: 'All offers of one’s own organisation, drafts included',
    params: Type.Object({ organisationId: Id }),
    query: OwnOfferQuery,
    response: { 200: OfferPage },
    handle: ({ scope, params, query }) => listOffersOf(scope, params.organisationId, query),
  }),
];
