import { Type, type Static } from 'typebox';
import { offerKinds } from './kinds.ts';
import { LocalisedText } from './localised-text.ts';
import { GoalResult, parties, PlanGoal } from './participation.ts';
import { PersonName } from './participation/plans.ts';
import { OrganisationName } from './participation/views.ts';
import { Abilities, Day, Id, Instant, Nullable, OneOf, Page, pageQuery, Reason } from './schema.ts';
import { outcomeMachine, type OutcomeState } from './states/outcome.ts';

const states = Object.keys(outcomeMachine.states) as OutcomeState[];
const Credits = Type.Number({ minimum: 0, maximum: 400 });
const Grade = Type.String({ minLength: 1, maxLength: 60 });
const Scale = Type.String({ minLength: 1, maxLength: 200, description: 'For instance 0–20, pass from 10' });
const Statement = Type.String({ minLength: 1, maxLength: 10_000, pattern: '\\S' });

/** How the provider assesses: every goal of the plan in force once. A grade goes with its scale and is never converted here. */
export const AssessmentInput = Type.Object({
  goalResults: Type.Array(GoalResult, { minItems: 1, maxItems: 50 }),
  statement: Statement,
  grade: Type.Optional(Nullable(Grade)),
  gradeScale: Type.Optional(Nullable(Scale)),
  creditsEcts: Type.Optional(Nullable(Credits)),
});
export type AssessmentInput = Static<typeof AssessmentInput>;

/** The learner’s own words. */
export const CountersignInput = Type.Object({ statement: Statement });
export type CountersignInput = Static<typeof CountersignInput>;

/** What the home organisation records. */
export const RecognitionInput = Type.Object({
  creditsEcts: Credits,
  grade: Type.Optional(Nullable(Grade)),
  gradeScale: Type.Optional(Nullable(Scale)),
});
export type RecognitionInput = Static<typeof RecognitionInput>;

export const RefusalInput = Type.Object({ reason: Reason });

const common = {
  id: Id,
  participationId: Id,
  state: OneOf(states),
  offer: Type.Object({ id: Id, kind: OneOf(offerKinds), title: LocalisedText }),
  learner: PersonName,
  home: OrganisationName,
  provider: OrganisationName,
  startsOn: Day,
  endsOn: Day,
  grade: Nullable(Type.String()),
  gradeScale: Nullable(Type.String()),
  creditsEctsProposed: Nullable(Type.Number()),
  creditsEctsRecognised: Nullable(Type.Number()),
  gradeRecognised: Nullable(Type.String()),
  gradeScaleRecognised: Nullable(Type.String()),
  assessedAt: Instant,
  recognisedAt: Nullable(Instant),
  myParties: Type.Array(OneOf(parties)),
};

export const OutcomeListItem = Type.Object({ ...common, waitsForMe: Type.Boolean() });
export type OutcomeListItem = Static<typeof OutcomeListItem>;
export const OutcomePage = Page(OutcomeListItem);
export type OutcomePage = Static<typeof OutcomePage>;

export const OutcomeQuery = Type.Object({
  ...pageQuery,
  state: Type.Optional(Type.Array(OneOf(states))),
  kind: Type.Optional(Type.Array(OneOf(offerKinds))),
  side: Type.Optional(OneOf(['home', 'provider'])),
  organisation: Type.Optional(Id),
  needsMe: Type.Optional(Type.Boolean()),
});
export type OutcomeQuery = Static<typeof OutcomeQuery>;

export const outcomeAbilities = ['assess', 'countersign', 'recognise', 'refuse'] as const;

/** An outcome with the goals it was assessed against. `isRunning`: recognition waits until the participation has ended. */
export const OutcomeView = Type.Object({
  ...common,
  goals: Type.Array(PlanGoal),
  goalResults: Type.Array(GoalResult),
  hours: Type.Number(),
  confirmedMinutes: Type.Integer(),
  providerStatement: Type.String(),
  assessedBy: Type.String(),
  learnerStatement: Nullable(Type.String()),
  countersignedAt: Nullable(Instant),
  recognisedBy: Nullable(Type.String()),
  refusalReason: Nullable(Type.String()),
  isRunning: Type.Boolean(),
  version: Type.Integer(),
  abilities: Abilities(outcomeAbilities),
});
export type OutcomeView = Static<typeof OutcomeView>;
