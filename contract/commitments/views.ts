import { Type, type Static } from 'typebox';
import { CommitmentFilters, commitmentRhythms } from '../commitments.ts';
import { LocalisedText } from '../localised-text.ts';
import { Abilities, Day, Id, Instant, Nullable, OneOf, Page, pageQuery, Reason } from '../schema.ts';
import { commitmentWords } from './judge.ts';
import { commitmentUnits, measures } from './measures.ts';

/** An organisation as it stands beside a promise. */
export const PromiseParty = Type.Object({ id: Id, name: Type.String(), shortMark: Type.String() });
export type PromiseParty = Static<typeof PromiseParty>;

/**
 * Promised and delivered in one period, judged on the day of reading. `value` is what was delivered, of shares the percentage
 * (null while nothing was counted); `due` is where we should be today, `forecast` where this pace leads, `behind` what is missing.
 */
export const FigureView = Type.Object({
  period: Type.Integer(),
  startsOn: Day,
  endsOn: Day,
  promised: Type.Number(),
  value: Nullable(Type.Number()),
  base: Type.Number({ description: 'Of shares: how many were counted' }),
  entries: Type.Integer({ description: 'How many rows are behind it' }),
  due: Type.Number(),
  forecast: Nullable(Type.Number()),
  behind: Type.Number(),
  word: OneOf(commitmentWords),
  disputes: Type.Integer({ description: 'Open disputes' }),
});
export type FigureView = Static<typeof FigureView>;

export const commitmentAbilities = ['record', 'dispute'] as const;

/** A promise with its figures. `current` is the period of today, else the last that ended, else the first. */
export const CommitmentView = Type.Object({
  id: Id,
  agreementId: Id,
  clauseKey: Type.String(),
  position: Type.Integer({ description: 'Of the clause, from 0' }),
  title: LocalisedText,
  measure: OneOf(measures),
  unit: OneOf(commitmentUnits),
  currency: Nullable(Type.String()),
  promiser: PromiseParty,
  beneficiary: Nullable(PromiseParty),
  every: OneOf(commitmentRhythms),
  filters: CommitmentFilters,
  tolerance: Type.Number(),
  startsOn: Day,
  endsOn: Day,
  closedOn: Nullable(Day),
  current: Type.Integer(),
  figures: Type.Array(FigureView),
  abilities: Abilities(commitmentAbilities),
});
export type CommitmentView = Static<typeof CommitmentView>;

/** Whether an agreement is kept. */
export const HealthView = Type.Object({
  word: OneOf(commitmentWords),
  kept: Type.Integer(),
  onTrack: Type.Integer(),
  atRisk: Type.Integer(),
  missed: Type.Integer(),
  notYetDue: Type.Integer(),
  judgedAt: Instant,
});
export type HealthView = Static<typeof HealthView>;

/** Places taken up in a month at one party by learners of another. */
export const FlowView = Type.Object({
  month: Day,
  providerId: Id,
  homeId: Id,
  places: Type.Integer(),
});
export type FlowView = Static<typeof FlowView>;

/** The promises of an agreement, its health, and who gave and took over the last five years. */
export const AgreementCommitments = Type.Object({
  health: Nullable(HealthView),
  parties: Type.Array(PromiseParty),
  commitments: Type.Array(CommitmentView),
  flows: Type.Array(FlowView),
});
export type AgreementCommitments = Static<typeof AgreementCommitments>;

/** One line of “Are we keeping our promises?”: the agreement, its health and its weakest promise. */
export const HealthLine = Type.Object({
  agreementId: Id,
  title: LocalisedText,
  parties: Type.Array(PromiseParty),
  health: HealthView,
  weakest: Nullable(
    Type.Object({
      commitmentId: Id,
      title: LocalisedText,
      measure: OneOf(measures),
      unit: OneOf(commitmentUnits),
      currency: Nullable(Type.String()),
      promiserId: Id,
      figure: FigureView,
    }),
  ),
});
export type HealthLine = Static<typeof HealthLine>;
export const HealthQuery = Type.Object({
  ...pageQuery,
  word: Type.Optional(Type.Array(OneOf(commitmentWords), { maxItems: 5 })),
});
export type HealthQuery = Static<typeof HealthQuery>;
export const HealthPage = Page(HealthLine);
export type HealthPage = Static<typeof HealthPage>;

/** One row behind a figure. `person` only for the two organisations of a participation or booking. */
export const EntryView = Type.Object({
  sourceId: Id,
  source: OneOf(['offer', 'participation', 'course', 'mentor', 'answer', 'booking', 'share', 'record']),
  countedOn: Day,
  amount: Type.Number(),
  base: Type.Number(),
  dueOn: Nullable(Day),
  title: LocalisedText,
  person: Nullable(Type.String()),
  path: Nullable(Type.String({ description: 'The page of what is counted, where the reader may open it' })),
  isLeftOut: Type.Boolean(),
});
export type EntryView = Static<typeof EntryView>;
export const EntryQuery = Type.Object({ ...pageQuery, period: Type.Integer({ minimum: 1, maximum: 1_000 }) });
export type EntryQuery = Static<typeof EntryQuery>;
export const EntryPage = Page(EntryView);
export type EntryPage = Static<typeof EntryPage>;

/** What was given: money in minor units, hours, a number of reports or meetings. */
export const ContributionInput = Type.Object({
  doneOn: Day,
  amount: Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000_000_000 }),
  currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
  description: Type.String({ minLength: 3, maxLength: 2_000 }),
  evidenceUrl: Type.Optional(Nullable(Type.String({ pattern: '^https?://', maxLength: 2_000 }))),
  fileId: Type.Optional(Nullable(Id)),
});
export type ContributionInput = Static<typeof ContributionInput>;

export const ContributionView = Type.Object({
  id: Id,
  commitmentId: Id,
  organisation: PromiseParty,
  doneOn: Day,
  amount: Type.Number(),
  currency: Nullable(Type.String()),
  description: Type.String(),
  evidenceUrl: Nullable(Type.String()),
  file: Nullable(Type.Object({ id: Id, name: Type.String() })),
  recordedAt: Instant,
  recordedBy: Nullable(Type.String()),
  countersignedAt: Nullable(Instant),
  countersignedBy: Nullable(Type.String()),
  withdrawnAt: Nullable(Instant),
  withdrawalReason: Nullable(Type.String()),
  version: Type.Integer(),
  abilities: Abilities(['countersign', 'withdraw']),
});
export type ContributionView = Static<typeof ContributionView>;

/** A figure, or one row behind it, that a party says is wrong. */
export const DisputeInput = Type.Object({
  period: Type.Integer({ minimum: 1, maximum: 1_000 }),
  sourceId: Type.Optional(Nullable(Id)),
  reason: Reason,
});
export type DisputeInput = Static<typeof DisputeInput>;

/** accepted: the row is left out, or both agree that the figure needs mending. declined: it stands, with a reason. */
export const DisputeAnswer = Type.Object({ decision: OneOf(['accepted', 'declined']), answer: Reason });
export type DisputeAnswer = Static<typeof DisputeAnswer>;

export const DisputeView = Type.Object({
  id: Id,
  commitmentId: Id,
  period: Type.Integer(),
  sourceId: Nullable(Id),
  raisedFor: PromiseParty,
  raisedAt: Instant,
  raisedBy: Nullable(Type.String()),
  reason: Type.String(),
  state: OneOf(['open', 'accepted', 'declined', 'withdrawn']),
  answeredFor: Nullable(PromiseParty),
  answeredAt: Nullable(Instant),
  answer: Nullable(Type.String()),
  version: Type.Integer(),
  abilities: Abilities(['answer', 'withdraw']),
});
export type DisputeView = Static<typeof DisputeView>;

/** A promise with the records and disputes behind it, newest first. */
export const CommitmentDetail = Type.Object({
  commitment: CommitmentView,
  agreementTitle: LocalisedText,
  contributions: Type.Array(ContributionView),
  disputes: Type.Array(DisputeView),
});
export type CommitmentDetail = Static<typeof CommitmentDetail>;
