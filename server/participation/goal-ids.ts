import type { PlanGoal } from '@collegium/contract/participation.ts';
import type { PlanInput } from '@collegium/contract/participation/plans.ts';
import { Problem } from '../platform/problem/problem.ts';

/** Gives goals without an identifier the next free `g1`, `g2`, …. Throws plan.goal_repeated. */
export function withGoalIds(goals: PlanInput['goals']): PlanGoal[] {
  const given = goals.flatMap((goal) => goal.id ?? []);
  const taken = new Set(given);
  if (taken.size < given.length) throw new Problem('plan.goal_repeated');
  let next = 0;
  return goals.map((goal) => {
    let { id } = goal;
    while (id === undefined) {
      next += 1;
      if (!taken.has(`g${next}`)) id = `g${next}`;
    }
    return { id, text: goal.text.trim() };
  });
}
