import type { AssessmentInput, OutcomeView } from '@collegium/contract/outcomes';
import type { GoalResult, PlanGoal } from '@collegium/contract/participation';

/** What stands in the fields of an assessment. */
export interface AssessmentValues extends Record<string, unknown> {
  levels: Record<string, GoalResult['level'] | ''>;
  comments: Record<string, string>;
  statement: string;
  grade: string;
  gradeScale: string;
  creditsEcts: number | string;
}

/** Nothing assessed yet; the credits are those of the offer. */
export function emptyAssessment(goals: readonly PlanGoal[], creditsEcts: number | null): AssessmentValues {
  return {
    levels: Object.fromEntries(goals.map((goal) => [goal.id, ''])),
    comments: Object.fromEntries(goals.map((goal) => [goal.id, ''])),
    statement: '',
    grade: '',
    gradeScale: '',
    creditsEcts: creditsEcts ?? '',
  };
}

/** An assessment as it was given. */
export function assessmentOf(view: OutcomeView): AssessmentValues {
  const values = emptyAssessment(view.goals, view.creditsEctsProposed);
  for (const { goalId, level, comment } of view.goalResults) {
    values.levels[goalId] = level;
    values.comments[goalId] = comment ?? '';
  }
  return {
    ...values,
    statement: view.providerStatement,
    grade: view.grade ?? '',
    gradeScale: view.gradeScale ?? '',
  };
}

/** The identifiers of goals without a level. */
export function goalsMissing(goals: readonly PlanGoal[], values: AssessmentValues): string[] {
  return goals.filter((goal) => !values.levels[goal.id]).map((goal) => goal.id);
}

/** What is sent. Fields left empty are not given. */
export function toAssessmentInput(goals: readonly PlanGoal[], values: AssessmentValues): AssessmentInput {
  return {
    goalResults: goals.flatMap(({ id }) => {
      const level = values.levels[id];
      const comment = values.comments[id]?.trim();
      return level ? [{ goalId: id, level, ...(comment && { comment }) }] : [];
    }),
    statement: values.statement.trim(),
    grade: values.grade.trim() || null,
    gradeScale: values.gradeScale.trim() || null,
    creditsEcts: values.creditsEcts === '' ? null : Number(values.creditsEcts),
  };
}
