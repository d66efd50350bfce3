import { Type, type Static } from 'typebox';
import { LocalisedText } from '../localised-text.ts';
import { offerKinds } from '../offer-kinds.ts';
import { Abilities, Day, Id, Nullable, OneOf, Page, pageQuery, Reason, RequiredText, TimeZone } from '../schema.ts';
import { resourceMachine, type ResourceState } from '../states/resource.ts';
import { BookingRules, Opening, OpeningException, Quota, Rate, Share } from './rules.ts';
import { circles, fileUses, personServices, resourceKinds, sharedAs } from './terms.ts';

const StateSchema = Type.Unsafe<ResourceState>({ type: 'string', enum: Object.keys(resourceMachine.states) });
const Organisation = Type.Object({ id: Id, name: Type.String(), shortMark: Type.String() });
const words = (maxItems: number) => Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems });

/** What an owner enters. Lists replace what was there; what is left out is empty or has the usual value. */
export const ResourceInput = Type.Object({
  kind: OneOf(resourceKinds),
  unitId: Type.Optional(Nullable(Id)),
  personId: Type.Optional(Nullable(Id)),
  name: RequiredText,
  description: Type.Optional(LocalisedText),
  skills: Type.Optional(words(50)),
  services: Type.Optional(
    Type.Array(OneOf(personServices), {
      maxItems: 10,
      uniqueItems: true,
      description: 'For what a person’s hours may be booked',
    }),
  ),
  fieldCode: Type.Optional(Nullable(Type.String({ pattern: '^[0-9]{2,4}$' }))),
  accessories: Type.Optional(words(50)),
  address: Type.Optional(Nullable(Type.String({ maxLength: 400 }))),
  city: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
  country: Type.Optional(Nullable(Type.String({ pattern: '^[A-Z]{2}$' }))),
  latitude: Type.Optional(Nullable(Type.Number({ minimum: -90, maximum: 90 }))),
  longitude: Type.Optional(Nullable(Type.Number({ minimum: -180, maximum: 180 }))),
  timeZone: TimeZone,
  url: Type.Optional(
    Nullable(
      Type.String({
        pattern: '^https://',
        maxLength: 1_000,
        description: 'Of an online resource; {institution} stands for the domain of the reader’s organisation',
      }),
    ),
  ),
  isbn: Type.Optional(Nullable(Type.String({ maxLength: 20, description: 'Of a collection or online resource' }))),
  issn: Type.Optional(Nullable(Type.String({ maxLength: 12 }))),
  doi: Type.Optional(Nullable(Type.String({ maxLength: 300 }))),
  offerIds: Type.Optional(
    Type.Array(Id, { maxItems: 50, uniqueItems: true, description: 'Offers that it serves, such as courses' }),
  ),
  sharedAs: Type.Optional(OneOf(sharedAs)),
  units: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 10_000, description: 'Items of a pool, seats; 1 if whole' }),
  ),
  audience: Type.Optional(OneOf(circles)),
  agreementIds: Type.Optional(
    Type.Array(Id, {
      maxItems: 20,
      uniqueItems: true,
      description:
        'Partners are the other parties of these agreements, while one is in force; without any, whoever shares a partnership',
    }),
  ),
  rules: Type.Optional(Type.Partial(BookingRules)),
  checkInCode: Type.Optional(Nullable(Type.String({ minLength: 4, maxLength: 20 }))),
  openings: Type.Optional(Type.Array(Opening, { maxItems: 100 })),
  exceptions: Type.Optional(Type.Array(OpeningException, { maxItems: 1_000 })),
  quotas: Type.Optional(Type.Array(Quota, { maxItems: 16 })),
  rates: Type.Optional(Type.Array(Rate, { maxItems: 3 })),
  shares: Type.Optional(Type.Array(Share, { maxItems: 100 })),
  partIds: Type.Optional(Type.Array(Id, { maxItems: 50, uniqueItems: true })),
  qualificationIds: Type.Optional(Type.Array(Id, { maxItems: 20, uniqueItems: true })),
});
export type ResourceInput = Static<typeof ResourceInput>;

export const resourceAbilities = ['change', 'maintain', 'restore', 'retire', 'book'] as const;

/** What is needed before booking, and whether the reader has it. */
export const NeededQualification = Type.Object({
  id: Id,
  name: LocalisedText,
  organisationName: Type.String(),
  offerId: Nullable(Id),
  isHeld: Type.Boolean({ description: 'The reader has a passport today that opens it' }),
  heldUntil: Nullable(Day),
});
export type NeededQualification = Static<typeof NeededQualification>;

/** A partner's share, and what it used. */
export const ShareView = Type.Object({
  ...Share.properties,
  id: Id,
  organisationName: Type.String(),
  usedMinutes: Type.Integer(),
});
export type ShareView = Static<typeof ShareView>;

/** An agreement whose parties may use a resource as partners. */
export const NamedAgreement = Type.Object({
  id: Id,
  title: LocalisedText,
  isOpen: Type.Boolean({ description: 'It is in force and binds the owner today' }),
  isReadable: Type.Boolean({ description: 'The reader may open the agreement' }),
});
export type NamedAgreement = Static<typeof NamedAgreement>;

/** An offer that uses a resource. */
export const ServedOffer = Type.Object({
  id: Id,
  kind: OneOf(offerKinds),
  title: LocalisedText,
  organisationName: Type.String(),
});
export type ServedOffer = Static<typeof ServedOffer>;

export const ResourceView = Type.Object({
  id: Id,
  kind: OneOf(resourceKinds),
  state: StateSchema,
  stateReason: Nullable(Type.String()),
  stateSince: Type.String(),
  owner: Organisation,
  unit: Nullable(Type.Object({ id: Id, name: Type.String() })),
  person: Nullable(Type.Object({ id: Id, name: Type.String() })),
  name: LocalisedText,
  description: LocalisedText,
  skills: Type.Array(Type.String()),
  services: Type.Array(OneOf(personServices)),
  fieldCode: Nullable(Type.String()),
  accessories: Type.Array(Type.String()),
  address: Nullable(Type.String()),
  city: Nullable(Type.String()),
  country: Nullable(Type.String()),
  latitude: Nullable(Type.Number()),
  longitude: Nullable(Type.Number()),
  timeZone: Type.String(),
  url: Nullable(Type.String({ description: 'As entered; for the owner’s staff' })),
  isbn: Nullable(Type.String()),
  issn: Nullable(Type.String()),
  doi: Nullable(Type.String()),
  links: Type.Object({
    institution: Nullable(Type.String({ description: 'Name of the reader’s own organisation' })),
    address: Nullable(Type.String({ description: 'Null for who is signed out' })),
    isThroughInstitution: Type.Boolean(),
    openUrl: Nullable(Type.String({ description: 'The title at the library of the reader’s own organisation' })),
  }),
  sharedAs: OneOf(sharedAs),
  units: Type.Integer(),
  unitsFree: Type.Integer({ description: 'That nobody has at this moment; what is overdue is still out' }),
  audience: OneOf(circles),
  /** To which the reader belongs: whose hours and prices are theirs. */
  circle: OneOf(circles),
  openUntil: Nullable(
    Type.String({
      description:
        'The last day on which the agreement or partnership that opens it to the reader holds; null without one',
    }),
  ),
  namesAgreements: Type.Boolean({ description: 'Partners are parties of agreements that the owner named' }),
  agreements: Type.Array(NamedAgreement, {
    description: 'Those named. Staff of the owner: all; others: those that open it to their organisation today',
  }),
  rules: BookingRules,
  checkInCode: Nullable(Type.String({ description: 'For the owner’s staff' })),
  openings: Type.Array(Opening),
  exceptions: Type.Array(OpeningException, { description: 'From today on' }),
  quotas: Type.Array(Quota),
  rates: Type.Array(Rate),
  shares: Type.Array(ShareView, { description: 'Staff of the owner: all; others: that of their organisation' }),
  parts: Type.Array(Type.Object({ id: Id, name: LocalisedText })),
  serves: Type.Array(ServedOffer, { description: 'Offers that use it, as far as the reader sees them' }),
  qualifications: Type.Array(NeededQualification),
  files: Type.Array(
    Type.Object({ fileId: Id, name: Type.String(), mediaType: Type.String(), shownAs: OneOf(fileUses) }),
  ),
  plannedMaintenance: Type.Array(
    Type.Object({ startsAt: Type.String(), endsAt: Type.String(), purpose: Type.String() }),
    { description: 'That has not ended, the next ten' },
  ),
  history: Type.Array(Type.Object({ since: Type.String(), state: StateSchema, reason: Nullable(Type.String()) })),
  version: Type.Integer(),
  abilities: Abilities(resourceAbilities),
});
export type ResourceView = Static<typeof ResourceView>;

export const ResourceListItem = Type.Object({
  id: Id,
  kind: OneOf(resourceKinds),
  state: StateSchema,
  owner: Organisation,
  name: LocalisedText,
  city: Nullable(Type.String()),
  country: Nullable(Type.String()),
  latitude: Nullable(Type.Number()),
  longitude: Nullable(Type.Number()),
  timeZone: Type.String(),
  sharedAs: OneOf(sharedAs),
  units: Type.Integer(),
  skills: Type.Array(Type.String()),
  photographId: Nullable(Id),
  isTrainingNeeded: Type.Boolean(),
  isByAgreement: Type.Boolean({ description: 'Open only to the owner and parties of agreements that it named' }),
  isApprovalNeeded: Type.Boolean(),
});
export type ResourceListItem = Static<typeof ResourceListItem>;
export const ResourcePage = Page(ResourceListItem);
export type ResourcePage = Static<typeof ResourcePage>;

const resourceFilters = {
  words: Type.Optional(Type.String({ maxLength: 200 })),
  kind: Type.Optional(Type.Array(OneOf(resourceKinds), { maxItems: 20 })),
  organisationId: Type.Optional(Type.Array(Id, { maxItems: 100 })),
  country: Type.Optional(Type.Array(Type.String({ pattern: '^[A-Z]{2}$' }), { maxItems: 50 })),
  freeFrom: Type.Optional(Type.String({ format: 'date-time', description: 'With freeUntil: free all that time' })),
  freeUntil: Type.Optional(Type.String({ format: 'date-time' })),
  own: Type.Optional(Type.Boolean({ description: 'Those of the reader’s organisation, retired ones too' })),
};
export const ResourceQuery = Type.Object({ ...pageQuery, ...resourceFilters });
export type ResourceQuery = Static<typeof ResourceQuery>;
export const ResourceFacetQuery = Type.Object(resourceFilters);
export type ResourceFacetQuery = Static<typeof ResourceFacetQuery>;

const Counts = Type.Array(Type.Object({ value: Type.String(), label: Type.String(), count: Type.Integer() }));
/** How many resources each choice would leave, given the other filters; `resources` is what all leave together. */
export const ResourceFacets = Type.Object({
  resources: Type.Integer(),
  facets: Type.Object({ kind: Counts, organisationId: Counts, country: Counts }),
});
export type ResourceFacets = Static<typeof ResourceFacets>;

/** Places on the map at which something is shared with the reader, each once, in alphabetical order. */
export const ResourcePlaces = Type.Object({
  items: Type.Array(
    Type.Object({
      city: Nullable(Type.String()),
      country: Nullable(Type.String()),
      latitude: Type.Number(),
      longitude: Type.Number(),
    }),
  ),
});
export type ResourcePlaces = Static<typeof ResourcePlaces>;

/** What an offer uses, as far as the reader sees it. */
export const UsedResources = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      kind: OneOf(resourceKinds),
      name: LocalisedText,
      ownerName: Type.String(),
      city: Nullable(Type.String()),
    }),
  ),
});
export type UsedResources = Static<typeof UsedResources>;

export const ResourceMove = Type.Object({
  move: OneOf(['maintain', 'restore', 'retire']),
  reason: Type.Optional(Reason),
  mergeIntoId: Type.Optional(Id),
});
export type ResourceMove = Static<typeof ResourceMove>;
