import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { GoalRows } from '../ui/GoalRows.tsx';
import { Section } from '../ui/Section.tsx';

/** What is learnt here, from the plan in force or the last one proposed. */
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
      <GoalRows goals={plan.goals} results={view.outcome?.goalResults ?? []} />
    </Section>
  );
}
