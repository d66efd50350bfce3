import { Type, type Static } from 'typebox';

/** What will be learnt: one goal of a plan. */
export const PlanGoal = Type.Object({
  id: Type.String({ pattern: '^[A-Za-z0-9_-]{1,40}$' }),
  text: Type.String({ minLength: 1, maxLength: 1_000 }),
});
export type PlanGoal = Static<typeof PlanGoal>;

export const goalLevels = ['not_shown', 'partly', 'reached', 'exceeded'] as const;

/** How far a goal of the plan was reached, as the provider saw it. */
export const GoalResult = Type.Object({
  goalId: Type.String({ pattern: '^[A-Za-z0-9_-]{1,40}$' }),
  level: Type.Enum([...goalLevels]),
  comment: Type.Optional(Type.String({ maxLength: 2_000 })),
});
export type GoalResult = Static<typeof GoalResult>;

/** The three who agree to a plan. */
export const parties = ['learner', 'provider', 'home'] as const;
export type Party = (typeof parties)[number];
