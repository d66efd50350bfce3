import type {
  CatalogueQuery,
  FacetQuery,
  FacetView,
  OfferListItem,
  OfferPage,
  OwnOfferQuery,
} from '@collegium/contract/offers/catalogue.ts';
import { facetNames } from '@collegium/contract/offers/terms.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope, Scope } from '../platform/scope.ts';
import { listCatalogue, listOwnOffers } from './catalogue-queries.ts';
import { dayOf } from './day.ts';
import { countFacets } from './facet-queries.ts';
import { canChangeOffersOf } from './policy.ts';
import { presentOfferItem } from './present-item.ts';

const pageLength = 30;

/** A page of the published offers that the reader may see. */
export async function searchCatalogue(scope: Scope, query: CatalogueQuery): Promise<OfferPage> {
  const limit = query.limit ?? pageLength;
  const now = scope.clock.now();
  const rows = await listCatalogue(scope.db, scope.actor, { ...query, limit }, { day: dayOf(now), now });
  return pageOf(
    rows,
    limit,
    (row) => [row.sort_key, row.id],
    (row): OfferListItem => presentOfferItem(scope.actor, row),
  );
}

/** How many offers each choice of the catalogue's filters would leave, most first. */
export async function countCatalogue(scope: Scope, query: FacetQuery): Promise<FacetView> {
  const now = scope.clock.now();
  const rows = await countFacets(scope.db, scope.actor, query, { day: dayOf(now), now });
  const total = (name: 'offers' | 'organisations' | 'openNow' | 'ended') =>
    rows.find(({ facet }) => facet === name)?.count ?? 0;
  const counts = facetNames.map((name) => [
    name,
    rows
      .filter(({ facet }) => facet === name)
      .map(({ value, count }) => ({ value: value ?? '', count }))
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  ]);
  return {
    offers: total('offers'),
    organisations: total('organisations'),
    openNow: total('openNow'),
    ended: total('ended'),
    facets: Object.fromEntries(counts),
  };
}

/** A page of all offers of the organisation on whose behalf the actor acts. Throws organisation.not_found for any other. */
export async function listOffersOf(
  scope: MemberScope,
  organisationId: string,
  query: OwnOfferQuery,
): Promise<OfferPage> {
  if (!canChangeOffersOf(scope.actor, organisationId)) throw new Problem('organisation.not_found');
  const limit = query.limit ?? pageLength;
  const rows = await listOwnOffers(scope.db, scope.actor, organisationId, { ...query, limit });
  return pageOf(
    rows,
    limit,
    (row) => [row.sort_key, row.id],
    (row): OfferListItem => presentOfferItem(scope.actor, row),
  );
}
