import type { GoalResult } from '@collegium/contract/participation';
import { GoalLevel } from './GoalLevel.tsx';

interface GoalRowsProps {
  goals: readonly { id: string; text: string }[];
  results: readonly GoalResult[];
}

/** The goals of a plan, and how far each was reached once it is assessed. */
export function GoalRows({ goals, results }: GoalRowsProps) {
  return (
    <ul className="rows">
      {goals.map((goal) => {
        const result = results.find((one) => one.goalId === goal.id);
        return (
          <li key={goal.id}>
            <div className="row goal-row">
              <div>
                <div className="row-t">{goal.text}</div>
                {result?.comment && <div className="sub">{result.comment}</div>}
              </div>
              <GoalLevel level={result?.level} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
