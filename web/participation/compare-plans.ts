import type { PlanView } from '@collegium/contract/participation/plans';

/** A goal that differs between two versions: new without `before`, dropped without `after`. */
export interface GoalChange {
  id: string;
  before?: string;
  after?: string;
}

/** The goals that differ, dropped ones where they stood, new ones at the end. A goal is the same when its identifier is. */
export function compareGoals(before: PlanView['goals'], after: PlanView['goals']): GoalChange[] {
  const changes: GoalChange[] = [];
  for (const goal of before) {
    const kept = after.find((one) => one.id === goal.id);
    if (!kept) changes.push({ id: goal.id, before: goal.text });
    else if (kept.text !== goal.text) changes.push({ id: goal.id, before: goal.text, after: kept.text });
  }
  for (const goal of after)
    if (!before.some((one) => one.id === goal.id)) changes.push({ id: goal.id, after: goal.text });
  return changes;
}
