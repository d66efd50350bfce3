import { Type, type Static } from 'typebox';
import { evaluationGroupings } from './evaluation-groupings.ts';
import { offerKinds } from './kinds.ts';
import { Id, Instant, Nullable, OneOf, Term } from './schema.ts';

export { evaluationGroupings, type EvaluationGrouping } from './evaluation-groupings.ts';

/** The steps of the funnel, each a count of applications that got at least so far. */
export const funnelSteps = ['applied', 'placed', 'accepted', 'started', 'completed', 'recognised'] as const;
export type FunnelStep = (typeof funnelSteps)[number];

export const EvaluationQuery = Type.Object({
  by: Type.Optional(OneOf(evaluationGroupings)),
  kind: Type.Optional(Type.Array(OneOf(offerKinds))),
  organisationId: Type.Optional(Id),
  term: Type.Optional(Term),
});
export type EvaluationQuery = Static<typeof EvaluationQuery>;

const Count = Nullable(
  Type.Integer({ description: 'null: hidden, because the group is smaller than the threshold or would give one away' }),
);
const Share = Nullable(
  Type.Number({ minimum: 0, maximum: 1, description: 'null: hidden, or nothing to take a share of' }),
);

const figures = {
  offers: Type.Integer(),
  places: Type.Integer(),
  applied: Count,
  placed: Count,
  accepted: Count,
  started: Count,
  completed: Count,
  recognised: Count,
  fillRate: Share,
  firstWishRate: Share,
  topThreeRate: Share,
  completionRate: Share,
};

export const EvaluationFigures = Type.Object(figures);
export type EvaluationFigures = Static<typeof EvaluationFigures>;

export const EvaluationGroup = Type.Object({ key: Type.String(), label: Type.String(), ...figures });
export type EvaluationGroup = Static<typeof EvaluationGroup>;

export const EvaluationView = Type.Object({
  by: OneOf(evaluationGroupings),
  /** Groups of fewer people are hidden. */
  threshold: Type.Integer(),
  countedAt: Instant,
  groups: Type.Array(EvaluationGroup),
  /** How many more groups there are than are listed here; the CSV has them all. */
  moreGroups: Type.Integer(),
  total: EvaluationFigures,
  /** Counts of placed learners by the rank of the wish they got; index 0 is the first wish. */
  rankProfile: Type.Array(Count),
  terms: Type.Array(Type.String()),
});
export type EvaluationView = Static<typeof EvaluationView>;
