import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { GoalLevel } from '../ui/GoalLevel.tsx';
import { Section } from '../ui/Section.tsx';

/** What is learnt here: the goals of the plan, and how far each was reached once it is assessed. */
export function Goals({ view }: { view: ParticipationView }) {
  const { t } = useLingui();
  const plan = view.plans.find((one) => one.number === view.planInForce) ?? view.plans[0];
  if (!plan) return null;
  const { number } = plan;
  const isOwn = view.myParties.includes('learner');
  return (
    <Section
      title={isOwn ? t`What I am learning` : t`What is learnt`}
      aside={plan.agreedAt ? t`from the plan, version ${number}` : t`proposed, not agreed yet`}
    >
      <ul className="rows">
        {plan.goals.map((goal) => {
          const result = view.outcome?.goalResults.find((one) => one.goalId === goal.id);
          return (
            <li key={goal.id}>
              <div className="row comp">
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
    </Section>
  );
}
