import { createRoute } from '@tanstack/react-router';
import { queryClient } from '../api/query-client.ts';
import { catalogueQuery, facetQuery, savedSearchesQuery } from '../offers/catalogue/queries.ts';
import { readCatalogueSearch } from '../offers/catalogue/search.ts';
import { readFormSearch } from '../offers/form/steps.ts';
import { offerQuery } from '../offers/offer/queries.ts';
import { readOwnSearch } from '../offers/own/own-search.ts';
import { memberRoute, openRoute } from './layout.ts';
import { offerPage } from './offer-page.ts';
import { page } from './page.ts';

const catalogueRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/catalogue',
  validateSearch: readCatalogueSearch,
  loader: ({ context, location }) => {
    const search = readCatalogueSearch({ ...location.search });
    void queryClient.prefetchInfiniteQuery(catalogueQuery(search));
    void queryClient.prefetchQuery(facetQuery(search));
    if (context.session) void queryClient.prefetchQuery(savedSearchesQuery);
  },
  component: page('offers', () => import('../offers/catalogue/CataloguePage.tsx'), 'CataloguePage'),
});

const offerRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/offers/$offerId',
  loader: ({ params }) => void queryClient.prefetchQuery(offerQuery(params.offerId)),
  component: offerPage,
});

const ownOffersRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/offers',
  validateSearch: readOwnSearch,
  component: page('offers', () => import('../offers/own/OwnOffersPage.tsx'), 'OwnOffersPage'),
});

const newOfferRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/offers/new',
  component: page('offers', () => import('../offers/form/NewOfferPage.tsx'), 'NewOfferPage'),
});

const editOfferRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/offers/$offerId/edit',
  validateSearch: readFormSearch,
  component: page('offers', () => import('../offers/form/EditOfferPage.tsx'), 'EditOfferPage'),
});

/** Pages of offers that anybody may read, and those of providers. */
export const openOfferRoutes = [catalogueRoute, offerRoute] as const;
export const ownOfferRoutes = [ownOffersRoute, newOfferRoute, editOfferRoute] as const;
