import { Type, type Static } from 'typebox';
import { LocalisedText } from './localised-text.ts';
import { Id, Instant, Nullable, OneOf, Page, pageQuery, Reason } from './schema.ts';
import { applicationMachine, type ApplicationState } from './states/application.ts';

/** Why a wish was or was not granted: the closed list. Its words are in `explanation-words.ts`. */
export const wishReasons = [
  'placed',
  'placed_by_hand',
  'moved_by_hand',
  'holds_better',
  'outranked',
  'lost_lottery',
  'not_ranked',
  'no_places',
  'offer_withdrawn',
] as const;
export type WishReason = (typeof wishReasons)[number];

/**
 * Why a wish of a learner was or was not granted, with the numbers that the reason has: `position` among `applicants` in
 * the offer's order, `places` given in the run, `lastPosition` of the last one placed (the cut-off), `score` and
 * `lastScore`; for `holds_better` the rank `held`.
 */
export const WishExplanation = Type.Object({
  offerId: Id,
  rank: Type.Integer({ minimum: 1 }),
  reason: OneOf(wishReasons),
  numbers: Type.Record(Type.String(), Type.Number()),
});
export type WishExplanation = Static<typeof WishExplanation>;

/** What a run came to; `rankProfile[0]` counts the learners who got their first wish. */
export const RunStatistics = Type.Object({
  learners: Type.Integer(),
  placed: Type.Integer(),
  unplaced: Type.Integer(),
  places: Type.Integer(),
  unfilled: Type.Integer(),
  rankProfile: Type.Array(Type.Integer()),
  blockingPairs: Type.Integer(),
});
export type RunStatistics = Static<typeof RunStatistics>;

/** What was really checked of a run: whether it holds, and the figures or instants that say so. */
export const TrustChecks = Type.Object({
  seedMatches: Type.Object({ holds: Type.Boolean(), committedAt: Nullable(Instant) }),
  unchangedSinceClosing: Type.Object({ holds: Type.Boolean(), lists: Type.Integer(), preferences: Type.Integer() }),
  repeatable: Type.Object({ holds: Type.Boolean(), at: Nullable(Instant) }),
  noBlockingPairs: Type.Object({ holds: Type.Boolean(), pairs: Type.Integer() }),
});
export type TrustChecks = Static<typeof TrustChecks>;

/** One group of learners in the result; the figures are null when the group is hidden for being small. */
export const GroupResult = Type.Object({
  name: Type.String(),
  learners: Nullable(Type.Integer()),
  placed: Nullable(Type.Integer()),
});
export type GroupResult = Static<typeof GroupResult>;

/** The result in figures, placements by hand included. `rankProfile[0]` counts first wishes. */
export const ResultView = Type.Object({
  runNumber: Type.Integer(),
  learners: Type.Integer(),
  placed: Type.Integer(),
  unplaced: Type.Integer(),
  places: Type.Integer(),
  unfilled: Type.Integer(),
  rankProfile: Type.Array(Type.Integer()),
  placedByHand: Type.Integer(),
  placedWithoutWish: Type.Integer(),
  byOrganisation: Type.Array(GroupResult),
  smallGroupThreshold: Type.Integer(),
  commitment: Nullable(Type.String()),
  inputSha256: Nullable(Type.String()),
  checks: TrustChecks,
});
export type ResultView = Static<typeof ResultView>;

export const AllocationQuery = Type.Object({
  ...pageQuery,
  words: Type.Optional(Type.String({ maxLength: 200 })),
  outcome: Type.Optional(OneOf(['placed', 'unplaced', 'by_hand'])),
});
export type AllocationQuery = Static<typeof AllocationQuery>;

export const AllocationItem = Type.Object({
  applicationId: Id,
  name: Type.String(),
  organisation: Type.Object({ id: Id, name: Type.String(), shortMark: Type.String() }),
  offer: Type.Union([Type.Object({ id: Id, title: LocalisedText }), Type.Null()]),
  rank: Nullable(Type.Integer()),
  isByHand: Type.Boolean(),
});
export type AllocationItem = Static<typeof AllocationItem>;
export const AllocationPage = Page(AllocationItem);
export type AllocationPage = Static<typeof AllocationPage>;

const OfferMark = Type.Object({ id: Id, title: LocalisedText, provider: Type.String() });

/** What a learner reads of the result: where the place is, and why, wish by wish. The coordinator reads the same. */
export const LearnerResultView = Type.Object({
  applicationId: Id,
  applicationState: Type.Unsafe<ApplicationState>({ type: 'string', enum: Object.keys(applicationMachine.states) }),
  applicationVersion: Type.Integer(),
  respondBy: Nullable(Instant),
  name: Type.String(),
  pseudonym: Type.String(),
  placed: Type.Union([Type.Object({ offer: OfferMark, rank: Nullable(Type.Integer()) }), Type.Null()]),
  handReason: Nullable(Type.String()),
  wishes: Type.Array(
    Type.Object({
      offer: OfferMark,
      rank: Type.Integer(),
      reason: OneOf(wishReasons),
      numbers: Type.Record(Type.String(), Type.Number()),
    }),
  ),
});
export type LearnerResultView = Static<typeof LearnerResultView>;

/** A place given, moved or taken away by hand; null takes it away. */
export const HandPlacementInput = Type.Object({ offerId: Nullable(Id), reason: Reason });
export type HandPlacementInput = Static<typeof HandPlacementInput>;

/** Until when learners answer; without it the round's own date holds. */
export const PublishInput = Type.Object({ respondBy: Type.Optional(Instant) });
export type PublishInput = Static<typeof PublishInput>;

/** A place given or taken by hand, under the pseudonym of the published problem. */
const HandPlacement = Type.Object({ learner: Type.String(), offer: Nullable(Id) });

/** The public proof of a published result: with it and the problem anybody can run the allocation again. */
export const ProofView = Type.Object({
  round: Type.Object({ id: Id, name: LocalisedText, organisation: Type.String(), closesAt: Instant }),
  method: Type.String(),
  runNumber: Type.Integer(),
  ranAt: Instant,
  commitment: Type.String(),
  committedAt: Instant,
  seed: Type.String(),
  revealedAt: Nullable(Instant),
  inputSha256: Type.String(),
  problemBytes: Type.Integer(),
  statistics: RunStatistics,
  placedByHand: Type.Array(HandPlacement),
});
export type ProofView = Static<typeof ProofView>;

/** The published result by pseudonym: the offer of every learner, or null. */
export const ProofResultView = Type.Object({
  allocation: Type.Record(Type.String(), Nullable(Id)),
  placedByHand: Type.Array(HandPlacement),
});
export type ProofResultView = Static<typeof ProofResultView>;
