import { Type, type Static } from 'typebox';
import { offerKinds } from './kinds.ts';
import { LocalisedText } from './localised-text.ts';
import { organisationKinds } from './organisation-kinds.ts';
import { Abilities, Id, Instant, Nullable, OneOf, Page, pageQuery, RequiredText, Term } from './schema.ts';
import { roundMachine, type RoundState } from './states/round.ts';

/** How the offers of a round rank learners; ties are decided by the lottery. */
export const rankedBy = ['provider_ranking', 'score', 'lottery'] as const;
export type RankedBy = (typeof rankedBy)[number];

export const RoundStateSchema = Type.Unsafe<RoundState>({ type: 'string', enum: Object.keys(roundMachine.states) });

/** What a coordinator enters about a round. */
export const RoundInput = Type.Object({
  name: RequiredText,
  term: Type.Optional(Nullable(Term)),
  opensAt: Instant,
  closesAt: Instant,
  respondBy: Type.Optional(Nullable(Instant)),
  wishesMinimum: Type.Integer({ minimum: 1, maximum: 100 }),
  wishesMaximum: Type.Integer({ minimum: 1, maximum: 100 }),
  rankedBy: OneOf(rankedBy),
  scoreRule: Type.Optional(Nullable(Type.String({ maxLength: 2_000 }))),
});
export type RoundInput = Static<typeof RoundInput>;

const OrganisationMark = Type.Object({ id: Id, name: Type.String(), shortMark: Type.String() });

export const roundAbilities = [
  'change',
  'collectOffers',
  'collectLearners',
  'score',
  'open',
  'run',
  'cancelRun',
  'review',
  'place',
  'publish',
  'cancel',
  'apply',
  'rank',
] as const;

/** A run as the round shows it; its progress is in percent. */
export const RunView = Type.Object({
  id: Id,
  number: Type.Integer(),
  state: OneOf(['running', 'finished', 'failed', 'superseded', 'cancelled']),
  progress: Type.Integer(),
  error: Nullable(Type.String()),
  inputSha256: Nullable(Type.String()),
  isRepeatable: Nullable(Type.Boolean()),
  startedAt: Instant,
  finishedAt: Nullable(Instant),
});
export type RunView = Static<typeof RunView>;

export const RoundView = Type.Object({
  id: Id,
  organisation: OrganisationMark,
  name: LocalisedText,
  term: Nullable(Type.String()),
  state: RoundStateSchema,
  opensAt: Instant,
  closesAt: Instant,
  respondBy: Nullable(Instant),
  wishesMinimum: Type.Integer(),
  wishesMaximum: Type.Integer(),
  rankedBy: OneOf(rankedBy),
  scoreRule: Nullable(Type.String()),
  seedCommitment: Nullable(Type.String()),
  seedCommittedAt: Nullable(Instant),
  seed: Nullable(Type.String()),
  seedRevealedAt: Nullable(Instant),
  publishedAt: Nullable(Instant),
  cancelledAt: Nullable(Instant),
  cancellationReason: Nullable(Type.String()),
  offers: Type.Integer(),
  places: Type.Integer(),
  withdrawnOffers: Type.Integer(),
  rankedOffers: Type.Integer(),
  learners: Type.Integer(),
  scoredLearners: Type.Integer(),
  applications: Type.Integer(),
  run: Type.Union([RunView, Type.Null()]),
  version: Type.Integer(),
  abilities: Abilities(roundAbilities),
});
export type RoundView = Static<typeof RoundView>;

/** What a list shows of a round. */
export const RoundListItem = Type.Pick(RoundView, [
  'id',
  'organisation',
  'name',
  'term',
  'state',
  'opensAt',
  'closesAt',
  'respondBy',
  'publishedAt',
  'offers',
  'learners',
]);
export const RoundPage = Page(RoundListItem);
export type RoundPage = Static<typeof RoundPage>;

export const RoundQuery = Type.Object({
  ...pageQuery,
  state: Type.Optional(Type.Array(RoundStateSchema)),
});
export type RoundQuery = Static<typeof RoundQuery>;

/** Which offers to add: these, or all that match. Only published offers given by rounds, of own and partner organisations. */
export const CollectOffersInput = Type.Object({
  offerIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 5_000 })),
  kind: Type.Optional(Type.Array(OneOf(offerKinds))),
  organisationId: Type.Optional(Type.Array(Id, { maxItems: 200 })),
  term: Type.Optional(Term),
  words: Type.Optional(Type.String({ maxLength: 200 })),
});
export type CollectOffersInput = Static<typeof CollectOffersInput>;

/** Which learners to invite: these memberships, or all current learners of these organisations. */
export const CollectLearnersInput = Type.Object({
  membershipIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 20_000 })),
  organisationId: Type.Optional(Type.Array(Id, { maxItems: 200 })),
  words: Type.Optional(Type.String({ maxLength: 200 })),
});
export type CollectLearnersInput = Static<typeof CollectLearnersInput>;

/** How many were added; those that were in the round already count neither as added nor as wrong. */
export const CollectedView = Type.Object({ added: Type.Integer(), version: Type.Integer() });
export type CollectedView = Static<typeof CollectedView>;

export const RoundOfferQuery = Type.Object({
  ...pageQuery,
  words: Type.Optional(Type.String({ maxLength: 200 })),
  kind: Type.Optional(Type.Array(OneOf(offerKinds))),
  organisationId: Type.Optional(Type.Array(Id, { maxItems: 200 })),
  mine: Type.Optional(Type.Boolean({ description: 'Only offers of the organisation that one acts for' })),
});
export type RoundOfferQuery = Static<typeof RoundOfferQuery>;

export const RoundOfferItem = Type.Object({
  id: Id,
  kind: OneOf(offerKinds),
  title: LocalisedText,
  organisation: OrganisationMark,
  city: Nullable(Type.String()),
  places: Type.Integer({ description: 'Places that are still free' }),
  isWithdrawn: Type.Boolean(),
  rankedAt: Nullable(Instant),
  wishes: Nullable(
    Type.Integer({ description: 'Learners who wish for it; only for its provider and the coordinator' }),
  ),
});
export type RoundOfferItem = Static<typeof RoundOfferItem>;
export const RoundOfferPage = Page(RoundOfferItem);
export type RoundOfferPage = Static<typeof RoundOfferPage>;

export const RoundLearnerQuery = Type.Object({
  ...pageQuery,
  words: Type.Optional(Type.String({ maxLength: 200 })),
  organisationId: Type.Optional(Type.Array(Id, { maxItems: 200 })),
});
export type RoundLearnerQuery = Static<typeof RoundLearnerQuery>;

export const RoundLearnerItem = Type.Object({
  membershipId: Id,
  name: Type.String(),
  organisation: OrganisationMark,
  score: Nullable(Type.Number()),
  hasApplied: Type.Boolean(),
});
export type RoundLearnerItem = Static<typeof RoundLearnerItem>;
export const RoundLearnerPage = Page(RoundLearnerItem);
export type RoundLearnerPage = Static<typeof RoundLearnerPage>;

/** Organisations whose offers and learners a round may collect: one's own and those that share a partnership with it. */
export const CollectableOrganisations = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      shortMark: Type.String(),
      kind: OneOf(organisationKinds),
      learners: Type.Integer(),
      offers: Type.Integer(),
    }),
  ),
});
export type CollectableOrganisations = Static<typeof CollectableOrganisations>;

/** Scores of learners in the round, as rows or as CSV with the columns membership, person or email, and score. */
export const ScoresInput = Type.Object({
  scores: Type.Optional(
    Type.Array(
      Type.Object({
        membershipId: Type.Optional(Id),
        personId: Type.Optional(Id),
        email: Type.Optional(Type.String({ maxLength: 300 })),
        score: Type.Number({ minimum: -1e9, maximum: 1e9 }),
      }),
      { maxItems: 50_000 },
    ),
  ),
  csv: Type.Optional(Type.String({ maxLength: 5_000_000 })),
});
export type ScoresInput = Static<typeof ScoresInput>;

export const ScoresView = Type.Object({ stored: Type.Integer(), version: Type.Integer() });
export type ScoresView = Static<typeof ScoresView>;
