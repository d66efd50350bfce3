import { Type, type Static } from 'typebox';
import { levels, type EligibilityFailure } from '../eligibility.ts';
import { offerKinds } from '../kinds.ts';
import { LocalisedText } from '../localised-text.ts';
import { CountryCode, FieldCode, LanguageTag, OfferRoundView, ProviderView } from '../offers.ts';
import { Id, Nullable, OneOf, Page, pageQuery, Term } from '../schema.ts';
import { allocations, audiences, catalogueSorts, facetNames, modes, type FacetName } from './terms.ts';
import { offerMachine, type OfferState } from '../states/offer.ts';

const several = { maxItems: 30 };

/** What narrows the catalogue. Nothing chosen means all; several of one kind mean any of them. */
export const catalogueFilters = {
  words: Type.Optional(Type.String({ maxLength: 200 })),
  kind: Type.Optional(Type.Array(OneOf(offerKinds), several)),
  field: Type.Optional(Type.Array(FieldCode, { ...several, description: 'ISCED-F 2013; two digits mean all below' })),
  level: Type.Optional(Type.Array(OneOf(levels), several)),
  language: Type.Optional(Type.Array(LanguageTag, several)),
  mode: Type.Optional(Type.Array(OneOf(modes), several)),
  country: Type.Optional(Type.Array(CountryCode, several)),
  organisation: Type.Optional(Type.Array(Id, several)),
  audience: Type.Optional(Type.Array(OneOf(audiences), several)),
  allocatedBy: Type.Optional(Type.Array(OneOf(allocations), several)),
  term: Type.Optional(Type.Array(Term, several)),
  round: Type.Optional(Id),
  agreement: Type.Optional(Id),
  openNow: Type.Optional(Type.Boolean({ description: 'Only what takes applications at this moment' })),
  ended: Type.Optional(
    Type.Boolean({ description: 'Also what is over, or whose time to apply has passed; left out otherwise' }),
  ),
};

/** `match` needs words; without them it means newest. */
export const CatalogueQuery = Type.Object({
  ...pageQuery,
  ...catalogueFilters,
  sort: Type.Optional(OneOf(catalogueSorts)),
});
export type CatalogueQuery = Static<typeof CatalogueQuery>;

export const FacetQuery = Type.Object(catalogueFilters);
export type FacetQuery = Static<typeof FacetQuery>;

/** One row of the catalogue, or of a provider's own list. */
export const OfferListItem = Type.Object({
  id: Id,
  kind: OneOf(offerKinds),
  state: Type.Unsafe<OfferState>({ type: 'string', enum: Object.keys(offerMachine.states) }),
  provider: ProviderView,
  title: LocalisedText,
  fieldCode: Nullable(Type.String()),
  level: Nullable(OneOf(levels)),
  languages: Type.Array(Type.String()),
  mode: OneOf(modes),
  city: Nullable(Type.String()),
  country: Nullable(Type.String()),
  term: Nullable(Type.String()),
  startsOn: Nullable(Type.String()),
  endsOn: Nullable(Type.String()),
  places: Type.Integer(),
  placesTaken: Type.Integer(),
  allocatedBy: OneOf(allocations),
  audience: OneOf(audiences),
  applicationsOpenAt: Nullable(Type.String()),
  applicationsCloseAt: Nullable(Type.String()),
  creditsEcts: Nullable(Type.Number()),
  hours: Nullable(Type.Number()),
  isPaid: Nullable(Type.Boolean({ description: 'Internships whose pay is known' })),
  isTuitionWaived: Nullable(Type.Boolean({ description: 'Exchange places that say so' })),
  asks: Type.Integer({ description: 'How many conditions a learner must meet' }),
  eligibilityFailures: Type.Unsafe<EligibilityFailure[]>({
    type: 'array',
    items: {},
    description: 'The reader’s own; empty for everybody but learners',
  }),
  round: Nullable(OfferRoundView),
  version: Type.Integer(),
});
export type OfferListItem = Static<typeof OfferListItem>;

export const OfferPage = Page(OfferListItem);
export type OfferPage = Static<typeof OfferPage>;

const FacetCounts = Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() }));

/**
 * How many offers each choice would leave, given the other filters, most first; `field` counts broad fields (two digits).
 * `offers` and `organisations` say what the filters leave together.
 */
export const FacetView = Type.Object({
  offers: Type.Integer(),
  organisations: Type.Integer(),
  openNow: Type.Integer(),
  ended: Type.Integer({ description: 'How many have ended, listed or not' }),
  facets: Type.Object(
    Object.fromEntries(facetNames.map((name) => [name, FacetCounts])) as Record<FacetName, typeof FacetCounts>,
  ),
});
export type FacetView = Static<typeof FacetView>;

/** A provider's own offers, drafts included. */
export const OwnOfferQuery = Type.Object({
  ...pageQuery,
  words: Type.Optional(Type.String({ maxLength: 200 })),
  kind: Type.Optional(Type.Array(OneOf(offerKinds), several)),
  state: Type.Optional(
    Type.Array(Type.Unsafe<OfferState>({ type: 'string', enum: Object.keys(offerMachine.states) }), several),
  ),
});
export type OwnOfferQuery = Static<typeof OwnOfferQuery>;
