/** Where an offer takes place. */
export const modes = ['on_site', 'online', 'mixed'] as const;
export type Mode = (typeof modes)[number];

/** How places are given: by an allocation round, or to whoever comes first. */
export const allocations = ['round', 'first_come'] as const;
export type Allocation = (typeof allocations)[number];

/** network: everybody; partners: organisations that share a partnership with the provider; own: the provider's people. */
export const audiences = ['network', 'partners', 'agreement', 'own'] as const;
export type Audience = (typeof audiences)[number];

/** newest first; what closes soonest; what fits the words best. */
export const catalogueSorts = ['newest', 'closing', 'match'] as const;
export type CatalogueSort = (typeof catalogueSorts)[number];

/** The facets of the catalogue, in the order of its filters. */
export const facetNames = ['kind', 'audience', 'mode', 'level', 'field', 'language', 'country', 'allocatedBy'] as const;
export type FacetName = (typeof facetNames)[number];
